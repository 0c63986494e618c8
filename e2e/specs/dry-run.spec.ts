import { expect, test } from '../fixtures/test.ts'
import { findings } from '../pages/findings.ts'

test('[RT13] a supervisor sees who would get a contact, and it follows what happens meanwhile', async ({ agent }) => {
  const mia = await agent('Mia')
  await mia.page.keyboard.press('Control+K')
  await mia.page.getByRole('combobox').fill('who would')
  await mia.page.keyboard.press('Enter')
  const dialog = mia.page.getByRole('dialog', { name: 'Who would get this contact?' })
  await expect(dialog.getByText('Nobody now')).toBeVisible()
  expect.soft(await findings(mia.page), 'nobody').toEqual([])
  const ana = await agent('Ana')
  await expect(dialog.getByRole('status')).toContainText('Ana')
  expect.soft(await findings(mia.page), 'somebody').toEqual([])
  await ana.page.close()
  await expect(dialog.getByText('Nobody now')).toBeVisible()
})
