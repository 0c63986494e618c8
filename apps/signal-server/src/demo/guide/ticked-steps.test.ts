import { expect, it } from 'vitest'
import { type GuideRows, tickedSteps } from './ticked-steps.ts'

const nothing: GuideRows = { contacts: 0, offers: [], entries: [], connectedCalls: 0, surveys: 0 }

it('[DM1] nothing has been tried before anything happened', () => {
  expect(tickedSteps(nothing)).toEqual([])
})

it.each<[string, Partial<GuideRows>, string[]]>([
  ['a contact is a contact, however it goes on', { contacts: 1 }, ['contact']],
  ['an offer that is ringing or was declined is no step', { offers: ['pending', 'declined', 'rescinded'] }, []],
  ['an accepted offer', { offers: ['accepted'] }, ['accept']],
  ['an offer whose time ran out', { offers: ['timed-out'] }, ['ring-out']],
  ['a page that was pushed and not answered is no step', { entries: ['joined', 'message', 'page-pushed'] }, []],
  ['a page that the customer opened or dismissed', { entries: ['page-pushed', 'page-answered'] }, ['page']],
  ['a call that came to sound', { connectedCalls: 1 }, ['call']],
  ['a rating', { surveys: 1 }, ['rate']],
])('[DM1] %s', (_name, rows, steps) => {
  expect(tickedSteps({ ...nothing, ...rows })).toEqual(steps)
})

it('[DM1] everything tried leaves only the expert, who does not exist yet', () => {
  const all = {
    contacts: 2,
    offers: ['timed-out', 'accepted'],
    entries: ['page-answered'],
    connectedCalls: 1,
    surveys: 1,
  }
  expect(tickedSteps(all)).toEqual(['contact', 'accept', 'page', 'call', 'ring-out', 'rate'])
})
