import type { AgentId } from '@beckon/shared/model/ids'
import { describe, expect, test } from 'vitest'
import { queue, SiteScenario, value } from '../../../testing/site-scenario.ts'
import { dryRun } from './dry-run.ts'

const byLanguage = { queues: [queue('service', { byLanguage: true, byRegion: true })] }
const actor = { actorKind: 'operator', actorId: null, actorName: 'the operator' } as const
const bag = (locale: string) => ({ items: [], trail: [], locale })

describe('[RT14] lines are told apart by what agents and settings name, not by what pages claim', () => {
  test('a thousand languages and regions that nobody names make one line more than none', () => {
    const s = new SiteScenario({ agents: { Ana: { languages: ['en'] } }, routing: byLanguage })
    dryRun(s.state, { channel: 'chat', locale: 'en' }, s.now)
    const before = s.state.routing.size
    for (let n = 0; n < 1_000; n++) dryRun(s.state, { channel: 'chat', locale: `x${n}`, region: `r${n}` }, s.now)
    expect(s.state.routing.size).toBe(before + 1)
  })

  test('who is hired with a language that somebody already waits in is asked for it', () => {
    const english = { languages: ['en'] }
    const s = new SiteScenario({ agents: { Siv: english }, customers: { ann: {}, tom: {} }, routing: byLanguage })
    const ann = value(s.ask('ann', { bag: bag('no-NO') })).interactionId
    value(s.ask('tom', { bag: bag('fi') }))
    const payload = { agentId: s.idOf('Siv') as AgentId, change: { languages: ['no'] }, actor }
    value(s.runOne({ name: 'agent:change', by: null, tabId: null, payload }))
    s.ready('Siv', 'chat')
    expect(s.ringing('Siv')?.interactionId).toBe(ann)
    s.accept('Siv')
    expect(s.ringing('Siv')).toBeUndefined()
  })
})
