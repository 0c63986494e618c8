import { expect, test } from '../fixtures/test.ts'

test('[TA1, TA4, TA5] an agent leaves a task of a contact; a colleague takes it from the workbin, notes, and finishes it', async ({
  agent,
  chat: { ann, ana },
}) => {
  await ana.openWorkbin()
  await ana.page.getByRole('button', { name: 'New task' }).click()
  const dialog = ana.page.getByRole('dialog', { name: 'New task' })
  await dialog.getByRole('textbox', { name: 'What is to be done' }).fill('Ask the airport for the bag.')
  await dialog.getByRole('button', { name: 'Leave it' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(ana.workbin).toContainText('Ask the airport for the bag.')

  const raj = await agent('Raj')
  await expect(raj.offer).toHaveCount(0)
  await raj.openWorkbin()
  await raj.workbin.getByRole('button', { name: /^Take/ }).click()
  await expect(ana.workbin).toContainText('No task waits.')
  const task = raj.page.getByRole('region', { name: 'What is to be done' })
  await expect(task).toContainText('left by Ana')

  await raj.page.getByRole('textbox', { name: /note/i }).fill('They look for it until Friday.')
  await raj.page.getByRole('button', { name: /Add note/ }).click()
  await expect(raj.log).toContainText('They look for it until Friday.')
  await task.getByRole('button', { name: 'Put back' }).click()
  await expect(ana.workbin).toContainText('Ask the airport for the bag.')
  await raj.workbin.getByRole('button', { name: /^Take/ }).click()
  await task.getByRole('button', { name: 'Put off' }).click()
  await raj.page.getByRole('menuitem').first().click()
  await raj.workbin.getByRole('button', { name: /^Take it now/ }).click()
  await raj.page.getByRole('button', { name: 'End this contact' }).click()
  await raj.finish('Solved')
  await expect(raj.page.getByRole('region', { name: 'What is to be done' })).toHaveCount(0)
  await expect(ann.log).not.toContainText('airport')
})
