import { expect, it } from 'vitest'
import { waits as real } from '../src/domain/defaults.ts'
import { waits as short } from './short-waits.ts'

const names = (value: object): string[] =>
  Object.entries(value).flatMap(([key, wait]) =>
    typeof wait === 'object' ? names(wait).map((inner) => `${key}.${inner}`) : [key],
  )

it('a chaos node has a short wait for each wait of the domain, or a deadline would never come there', () => {
  expect(names(short).sort()).toEqual(names(real).sort())
})
