import { expectNoVoice, expectSilence, expectToHear } from '../pages/sound.ts'
import { beginCall, beginChat } from '../fixtures/scenario.ts'
import { expect, test } from '../fixtures/test.ts'

const annSings = 440
const anaSings = 880

test('a chat becomes a call: both hear each other, mute is silent, the agent hangs up', async ({ customer, agent }) => {
  const ana = await agent('Ana', { tone: anaSings })
  const ann = await customer(undefined, { tone: annSings })
  const annHears = ann.panel.locator('audio')
  const anaHears = ana.page.locator('audio[data-call-sound]')
  await beginChat(ann, ana)

  await test.step('the customer calls, the same agent is asked and accepts', async () => {
    await ann.panel.getByRole('button', { name: 'Call', exact: true }).click()
    await expect(ana.offer).toContainText('had it before')
    await expectNoVoice(anaHears)
    await ana.accept()
  })

  await test.step('each hears the other', async () => {
    await expectToHear(anaHears, annSings)
    await expectToHear(annHears, anaSings)
  })

  await test.step('mute on either side is silence on the other, and only there', async () => {
    await ann.call.getByRole('button', { name: 'Mute' }).click()
    await expectSilence(anaHears)
    await expectToHear(annHears, anaSings)
    await ann.call.getByRole('button', { name: 'Unmute' }).click()
    await expectToHear(anaHears, annSings)
  })

  await test.step('the agent hangs up; the chat goes on', async () => {
    await ana.call.getByRole('button', { name: 'Hang up' }).click()
    await expectNoVoice(anaHears)
    await expectNoVoice(annHears)
    await ann.say('Thank you for the call.')
    await expect(ann.log).toContainText(/Call ended/)
  })
})

test('the agent invites to talk; the customer answers, and hangs up', async ({ customer, agent }) => {
  const ana = await agent('Ana', { tone: anaSings })
  const ann = await customer(undefined, { tone: annSings })
  await beginChat(ann, ana)
  await ana.page.getByRole('button', { name: /Ask .* to talk/ }).click()
  await ann.panel.getByRole('button', { name: 'Answer' }).click()
  await expectToHear(ana.page.locator('audio[data-call-sound]'), annSings)
  await expectToHear(ann.panel.locator('audio'), anaSings)
  await ann.call.getByRole('button', { name: 'Hang up' }).click()
  await ana.choose(/wrap-up/)
  await expect(ana.wrapUp).toBeVisible()
})

test('a call survives the reload of either side', async ({ customer, agent }) => {
  const ana = await agent('Ana', { tone: anaSings })
  const ann = await customer(undefined, { tone: annSings })
  await beginCall(ann, ana)
  await expectToHear(ana.page.locator('audio[data-call-sound]'), annSings)

  await ann.page.reload()
  await expectToHear(ann.panel.locator('audio'), anaSings)
  await expectToHear(ana.page.locator('audio[data-call-sound]'), annSings)

  await ana.page.reload()
  await expectToHear(ana.page.locator('audio[data-call-sound]'), annSings)
  await expectToHear(ann.panel.locator('audio'), anaSings)
})

test('a host page that forbids the microphone: the call lives in a small window of ours', async ({
  hostPage,
  customer,
  agent,
}) => {
  const ana = await agent('Ana', { tone: anaSings })
  const host = await hostPage({ permissionsPolicy: 'microphone=()' })
  const ann = await customer(host, { tone: annSings })
  await ann.open()
  await ann.chooseVoice.click()
  const opening = ann.page.waitForEvent('popup')
  await ann.panel.getByRole('button', { name: 'Open the call window' }).click()
  const callWindow = await opening
  await callWindow.getByRole('button', { name: 'Start the call' }).click()
  await ana.accept()
  await expectToHear(ana.page.locator('audio[data-call-sound]'), annSings)
  await expectToHear(callWindow.locator('audio'), anaSings)
})

test('a refused microphone is explained, and chat is one click away', async ({ customer, ana }) => {
  const ann = await customer(undefined, { microphone: false })
  await ann.open()
  await ann.chooseVoice.click()
  await expect(ann.panel.getByRole('alert')).toContainText(/microphone/i)
  await ann.panel.getByRole('button', { name: 'Chat instead' }).click()
  await expect(ana.offer).toBeVisible()
})
