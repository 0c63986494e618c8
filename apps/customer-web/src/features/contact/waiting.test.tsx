import type { EstimatedWait } from '@beckon/shared/model/customer-view'
import { render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { chooseLanguage } from '../../components/catalogue/text.ts'
import { useLive } from '../../realtime/live-store.ts'
import { anInteraction } from '../../testing/examples.ts'
import { Waiting } from './waiting.tsx'

beforeEach(() => useLive.setState({ status: 'online' }))
afterEach(() => chooseLanguage('en'))

function placeSaid(estimatedWait: EstimatedWait | null): string | null {
  const interaction = anInteraction({ status: 'waiting', position: 3, estimatedWait })
  render(<Waiting interaction={interaction} now={() => 100_000} compact={false} onLeave={undefined} />)
  return screen.getByRole('status').textContent
}

test.each<[EstimatedWait | null, string]>([
  [{ kind: 'about', minutes: 4 }, 'You are number 3 in line. About 4 min.'],
  [{ kind: 'less-than', minutes: 2 }, 'You are number 3 in line. Less than 2 min.'],
  [{ kind: 'between', minutes: 10, and: 15 }, 'You are number 3 in line. 10 to 15 min.'],
  [null, 'You are number 3 in line.'],
])('[QU9] who waits reads how long it may take, and nothing where nobody knows: %j', (estimatedWait, words) => {
  expect(placeSaid(estimatedWait)).toBe(words)
})

test('an estimate that nobody vouches for now is not told', () => {
  useLive.setState({ status: 'reconnecting' })
  expect(placeSaid({ kind: 'about', minutes: 4 })).toBe('Not connected right now.')
})

test('the estimate is told in Arabic', async () => {
  await chooseLanguage('ar')
  expect(placeSaid({ kind: 'between', minutes: 10, and: 15 })).toBe('رقمك في الدور 3. من 10 إلى 15 د.')
})

test('[QU16] who waits while nobody is at work reads so with the place', () => {
  const interaction = anInteraction({ status: 'waiting', position: 1, staffed: false })
  render(<Waiting interaction={interaction} now={() => 100_000} compact={false} onLeave={undefined} />)
  expect(screen.getByRole('status').textContent).toBe('You are next. Nobody is at work right now.')
})

test('[QU12] who waits for what nobody here can take reads so at once, and what the site says meanwhile', () => {
  const interaction = anInteraction({
    status: 'waiting',
    position: 1,
    unserved: true,
    greeting: 'Have your card ready.',
  })
  render(<Waiting interaction={interaction} now={() => 100_000} compact={false} onLeave={undefined} />)
  expect(screen.getByRole('status').textContent).toBe('Nobody here can take this at present.')
  expect(screen.getByRole('region').textContent).toContain('Have your card ready.')
})
