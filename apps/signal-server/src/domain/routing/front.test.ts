import type { AgentId } from '@beckon/shared/model/ids'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Fitting, Front, putInOrder } from './front.ts'

const seat = (n: number): Fitting => ({
  seat: { agentId: `${n}` as AgentId, channel: 'chat', standing: 'free', load: n % 3, lastAssignedAt: n % 5, slots: 1 },
  fit: n % 4,
})
const sorted = (all: Iterable<Fitting>): Fitting[] => {
  const found: Fitting[] = []
  for (const one of all) putInOrder(found, one)
  return found
}
/** Who comes or goes, and how many of the first are asked for then. */
const steps = fc.array(fc.record({ who: fc.nat(60), count: fc.nat(4) }), { minLength: 50, maxLength: 200 })

test('[RT10] a front knows the first few of any seats that came and went, and how many there are', () => {
  let searches = 0
  let asked = 0
  fc.assert(
    fc.property(fc.nat(30), steps, (there, history) => {
      const all = new Map(Array.from({ length: there }, (_, n) => [n, seat(n)]))
      const front = new Front()
      front.join(there)
      const find = (): Fitting[] => {
        searches++
        return sorted(all.values()).slice(0, Front.most)
      }
      for (const { who, count } of history) {
        const known = all.get(who)
        const one = known ?? seat(who)
        if (known) all.delete(who)
        else all.set(who, one)
        if (known) front.remove(one.seat, one.fit)
        else front.add(one.seat, one.fit)
        asked++
        expect(front.size).toBe(all.size)
        expect((front.first(count) ?? front.know(find())).slice(0, count)).toEqual(sorted(all.values()).slice(0, count))
      }
    }),
  )
  expect(searches).toBeGreaterThan(0)
  expect(searches).toBeLessThan(asked / 10)
})
