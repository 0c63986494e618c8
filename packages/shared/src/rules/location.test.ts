import { expect, test } from 'vitest'
import { locationText, parseLocation } from './location.ts'

const heathrow = { latitude: 51.470022, longitude: -0.454295 }

test('[CX6] a coarse place is rounded to a tenth of a degree, about 10 km, before it leaves the page', () => {
  expect(locationText({ ...heathrow, precision: 'coarse' })).toBe('51.5,-0.5')
  expect(locationText({ ...heathrow, precision: 'exact' })).toBe('51.4700,-0.4543')
})

test('how exact a place is can be read from the text alone', () => {
  expect(parseLocation('51.5,-0.5')).toEqual({ latitude: 51.5, longitude: -0.5, precision: 'coarse' })
  expect(parseLocation('-33.8688,151.2093')).toEqual({ latitude: -33.8688, longitude: 151.2093, precision: 'exact' })
})

test.each(['', 'London', '91.0,0.0', '0.0,181.0', '51,0', '51.5,-0.5,9', '1e1.0,0.0', '51.5;0.5', '51.47001,0.5'])(
  'what is no place on earth is none: %j',
  (text) => expect(parseLocation(text)).toBeUndefined(),
)
