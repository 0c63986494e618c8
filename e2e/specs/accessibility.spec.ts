import { expect, test } from '../fixtures/test.ts'
import { findings } from '../pages/findings.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the screens of the main path (${colorScheme})`, async ({ customer, agent }) => {
    const ana = await agent('Ana')
    const ann = await customer()
    await ana.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await ann.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await findings(ana.page)).toEqual([])
    await ann.open()
    expect(await findings(ann.page)).toEqual([])
    await ann.startChat()
    await expect(ana.offer).toBeVisible()
    expect(await findings(ana.page)).toEqual([])
    expect(await findings(ann.page)).toEqual([])
    await ana.accept()
    await ann.say('Hello')
    await ana.say('Good day')
    expect(await findings(ana.page)).toEqual([])
    expect(await findings(ann.page)).toEqual([])
    await ana.end()
    expect(await findings(ana.page)).toEqual([])
    await expect(ann.closing).toBeVisible()
    expect(await findings(ann.page)).toEqual([])
  })
}

test('the customer’s whole way works by keyboard alone', async ({ customer, agent }) => {
  const ana = await agent('Ana')
  const ann = await customer()
  await ann.page.keyboard.press('Tab')
  await ann.page.keyboard.press('Enter')
  await expect(ann.chooseChat).toBeVisible()
  for (
    let i = 0;
    i < 20 && !(await ann.chooseChat.evaluate((node) => node === node.ownerDocument.activeElement));
    i++
  ) {
    await ann.page.keyboard.press('Tab')
  }
  await ann.page.keyboard.press('Enter')
  await expect(ann.message).toBeVisible()
  await expect(ana.offer).toBeVisible()
  await ana.page.keyboard.press('Alt+a')
  await ann.message.focus()
  await ann.page.keyboard.type('Typed without a mouse')
  await ann.page.keyboard.press('Enter')
  await expect(ana.log).toContainText('Typed without a mouse')
})
