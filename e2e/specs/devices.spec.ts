import { expect, test } from '../fixtures/test.ts'
import { expectToHear } from '../pages/sound.ts'

const annSings = 440

test('[PR25, OF15] an agent at a desk with a phone beside it is called at the desk; chosen otherwise, on the phone', async ({
  customer,
  agent,
  hostPage,
}) => {
  const desk = await agent('Ana', { tone: 880 })
  const phone = await agent('Ana', { phone: true })
  await expect(desk.voiceOn('Desk')).toBeChecked()
  await expect(desk.voiceOn('Mobile')).not.toBeChecked()
  await expect(phone.voiceOn('Mobile')).not.toBeChecked()
  const host = await hostPage()
  const ann = await customer(host, { tone: annSings })
  await ann.open()
  await ann.chooseVoice.click()

  await test.step('it rings at the desk, and is only seen on the phone', async () => {
    await expect(desk.page).toHaveTitle(/Visitor/)
    await expect(phone.offer).toContainText('It rings on Desk.')
    await expect(phone.page).toHaveTitle('Beckon')
  })
  await test.step('answered at the desk from the phone, the sound is at the desk', async () => {
    await phone.offer.getByRole('button', { name: 'Answer on Desk' }).click()
    await expectToHear(desk.page.locator('audio[data-call-sound]'), annSings)
    await expect(phone.call).toContainText('in another tab')
  })
  await desk.end()
  await desk.finish('Solved')
  await test.step('chosen otherwise, from the phone', async () => {
    await phone.voiceOn('Desk').click()
    await expect(desk.voiceOn('Desk')).not.toBeChecked()
    await phone.voiceOn('Mobile').click()
    await phone.passHeadsetCheck()
    await expect(desk.voiceOn('Mobile')).toBeChecked()
  })
  const tom = await customer(host)
  await tom.open()
  await tom.chooseVoice.click()
  await test.step('it rings on the phone, and is only seen at the desk', async () => {
    await expect(phone.page).toHaveTitle(/Visitor/)
    await expect(desk.offer).toContainText('It rings on Mobile.')
    await expect(desk.page).toHaveTitle('Beckon')
    await phone.offer.getByRole('button', { name: 'Accept' }).first().click()
    await expect(desk.offer).toHaveCount(0)
  })
})

test('[PR24, PR28] a device keeps its name and its choice over a reload; two tabs of it are one', async ({ agent }) => {
  const desk = await agent('Ana')
  const twin = await desk.twin()
  const phone = await agent('Ana', { phone: true })
  await expect(twin.presence.getByRole('switch', { name: /^Voice/ })).toHaveCount(2)
  const devices = await desk.manageDevices()
  await devices.getByRole('textbox', { name: 'Name of Desk' }).fill('Home')
  await devices.getByRole('button', { name: 'Rename Desk' }).click()
  await expect(phone.voiceOn('Home')).toBeChecked()
  await desk.page.keyboard.press('Escape')
  await desk.voiceOn('Home').click()
  await expect(twin.voiceOn('Home')).not.toBeChecked()
  await phone.page.reload()
  await desk.page.reload()
  await expect(desk.voiceOn('Home')).not.toBeChecked()
  await expect(desk.presence).toContainText('Homehere')

  await phone.page.close()
  await expect(desk.toggle('Voice')).not.toBeChecked()
  await expect(desk.presence.getByRole('switch', { name: /^Voice/ })).toHaveCount(1)
  await (await desk.manageDevices()).getByRole('button', { name: 'Remove Mobile' }).click()
  await expect(desk.page.getByRole('textbox', { name: 'Name of Mobile' })).toHaveCount(0)
})
