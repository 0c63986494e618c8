import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CommitNodes, commitNodes } from '../testing/commit-node.ts'
import { checkHistory, checks } from './checker/check.ts'
import {
  disturbed,
  forgottenPlan,
  foreignStream,
  forgottenReply,
  hanging,
  hole,
  idlePlan,
  lostContact,
  lostTail,
  noDedupe,
  nothing,
  overtaking,
  plannedRing,
  ringingPick,
  secondRing,
  sentBeforeCommit,
  staleFence,
  unskilled,
} from './planted/plants.ts'
import { type Plant, rehearse } from './planted/rehearsal.ts'

let nodes: CommitNodes

beforeEach(async () => {
  nodes = await commitNodes({ agents: 2, customers: 1 })
})
afterEach(() => nodes.close())

/** Each bug, the check that must see it, and what that says. */
const plants: [string, Plant, keyof typeof checks, RegExp][] = [
  [
    '[DL1] an answer before the commit',
    sentBeforeCommit,
    'acknowledged-once',
    /was acknowledged and is not in the log/,
  ],
  ['[DL7] a retry taken for a new text', noDedupe, 'acknowledged-once', /is in the log 2 times/],
  ['[DL7] a hole in the numbers', hole, 'gap-free', /ends at 8 and holds/],
  ['[DL8] a stale accept let through', staleFence, 'one-owner', /belongs to .* and to/],
  ['[DL15] a lost tail', lostTail, 'readers-agree', /was given \d of \d entries of conversation/],
  ['[DL2] a reply that is not kept', forgottenReply, 'same-reply', /was answered .*"ok":true.* and then .*"expired"/],
  ['[CH2] a text that overtakes another of its sender', overtaking, 'sender-order', /the texts of/],
  ['[OF1] a second ring', secondRing, 'capacity-kept', /was rung for 2 contacts at once/],
  ['[DL1] a contact acknowledged and not written', lostContact, 'contacts-kept', /is lost/],
  ["[AU2] a stream on somebody else's wire", foreignStream, 'separate-sites', /spoke of stream/],
  ['[RT2] a ring for who lacks the skill', unskilled, 'skills-kept', /went to level 0, 3 was asked for/],
  ['[QU11] a ring in a queue that is picked from', ringingPick, 'picked-only', /of a visible queue rang/],
  ['[PR14] a ring for who is not to be disturbed', disturbed, 'quiet-kept', /who was not to be disturbed since/],
  ['[PR15] a ring for who has planned to be unavailable', plannedRing, 'next-kept', /who has had a plan since/],
  ['[PR15] a plan that is lost', forgottenPlan, 'next-kept', /lost a plan 1 times and took it back 0/],
  ['[PR15] a plan that is not taken up', idlePlan, 'next-kept', /has nothing left and still plans lunch/],
  ['[DL5] a command that is never answered', hanging, 'settled', /was never answered/],
]

describe('the checker', () => {
  it('[DL1] [DL2] [DL7] [DL8] [DL15] finds nothing wrong with the product', async () => {
    const { history, final } = await rehearse(nodes, nothing)
    expect(checkHistory(history, final)).toEqual([])
    expect({ entries: final.entries.length, texts: history.sent.length }).toEqual({ entries: 8, texts: 8 })
  })

  it.each(plants)('turns red on %s', async (_name, plant, check, says) => {
    const { history, final } = await rehearse(nodes, plant)
    const seen = checkHistory(history, final).filter((problem) => problem.check === check)
    expect(seen.map(({ what }) => what).join('\n')).toMatch(says)
  })

  it('has a planted bug for each of its checks', () => {
    expect([...new Set(plants.map(([, , check]) => check))].sort()).toEqual(Object.keys(checks).sort())
  })
})
