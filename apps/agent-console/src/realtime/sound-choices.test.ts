import { expect, test } from 'vitest'
import { parseChoices } from './sound-choices.ts'

test('what another version or a person wrote into the storage does no harm', () => {
  const none = parseChoices(null)
  expect(none).toEqual({ microphone: '', speaker: '', ringer: '', volume: 0.7, checked: false })
  expect(parseChoices('{oops')).toEqual(none)
  expect(parseChoices('{"volume":7,"checked":"yes","ringer":3}')).toEqual({ ...none, volume: 1 })
})
