import { expectNoVoice, expectToHear } from '../pages/sound.ts'
import { expect, test } from '../fixtures/test.ts'

const annSings = 440
const anaSings = 880

test('[OF13] an agent takes a call on their other page: the sound is there, the contact on both', async ({
  customer,
  agent,
}) => {
  const ana = await agent('Ana', { tone: anaSings })
  const other = await ana.twin()
  const ann = await customer(undefined, { tone: annSings })
  await ann.open()
  await ann.chooseVoice.click()
  await expect(other.offer).toBeVisible()
  await ana.answerElsewhere('Take it on your other window')
  await expectToHear(other.page.locator('audio[data-call-sound]'), annSings)
  await expectToHear(ann.panel.locator('audio'), anaSings)
  await expect(ana.offer).toHaveCount(0)
  await expect(ana.call).toContainText('in another tab')
  await expectNoVoice(ana.page.locator('audio[data-call-sound]'))
})

test('[OF14] an agent answers a call in writing: the customer is told, the call is over, and both write', async ({
  ana,
  ann,
}) => {
  await ann.open()
  await ann.chooseVoice.click()
  await expect(ana.offer).toContainText('Voice')
  await ana.answerElsewhere('Answer in writing')
  await expect(ann.log).toContainText('Ana answers in writing')
  await expect(ann.call).toHaveCount(0)
  await ana.say('I am in a library: shall we write?')
  await expect(ann.log).toContainText('I am in a library: shall we write?')
  await ann.say('Gladly.')
  await expect(ana.log).toContainText('Ana answered the call in writing')
  await expect(ana.log).toContainText('Gladly.')
})

test('[OF14] an agent accepts a chat and asks to talk at once; the customer agrees and both hear each other', async ({
  customer,
  agent,
}) => {
  const ana = await agent('Ana', { tone: anaSings })
  const ann = await customer(undefined, { tone: annSings })
  await ann.askForChat()
  await ana.answerElsewhere('Accept and ask to talk')
  await expect(ann.log).toContainText('Ana is here')
  await ann.panel.getByRole('button', { name: 'Answer' }).click()
  await expectToHear(ana.page.locator('audio[data-call-sound]'), annSings)
  await expectToHear(ann.panel.locator('audio'), anaSings)
})
