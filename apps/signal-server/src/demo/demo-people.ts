import type { Role } from '@beckon/shared/model/agent-view'
import type { PresenceIntent } from '@beckon/shared/model/presence'
import type { Skills } from '@beckon/shared/model/routing-settings'

/** Every demo account has this one; the demo exists outside production only. */
export const demoPassword = 'blue-sky-demo'

export interface DemoPerson {
  name: string
  email: string
  site: 'bluesky' | 'northbank'
  roles: Role[]
  /** Levels 1 to 5. */
  skills: Skills
  handle: string | null
  /** A supervisor lends a hand only when they choose to. */
  intent: PresenceIntent
}

const bluesky = (name: string, roles: Role[], skills: Skills, intent: PresenceIntent): DemoPerson => ({
  name,
  email: `${name.toLowerCase()}@bluesky.example`,
  site: 'bluesky',
  roles,
  skills,
  handle: roles[0] === 'agent' ? name.toLowerCase() : null,
  intent,
})

export const demoPeople: readonly DemoPerson[] = [
  bluesky('Ana', ['agent'], { booking: 3, baggage: 3, lounge: 3, 'card-dispute': 3 }, 'available'),
  bluesky('Raj', ['agent'], { booking: 3, baggage: 3 }, 'available'),
  bluesky('Omar', ['agent'], { 'card-dispute': 3, arabic: 5 }, 'available'),
  bluesky('Mia', ['supervisor', 'agent'], { booking: 3, baggage: 3, lounge: 3, 'card-dispute': 3 }, 'unavailable'),
  bluesky('Sam', ['admin'], {}, 'unavailable'),
  bluesky('Li', ['expert'], { customs: 3 }, 'available'),
  bluesky('Eve', ['expert'], { fraud: 3 }, 'available'),
  {
    name: 'Nora',
    email: 'nora@northbank.example',
    site: 'northbank',
    roles: ['agent'],
    skills: { accounts: 3, cards: 3 },
    handle: null,
    intent: 'available',
  },
]

/** What the start page and the sign-in page offer. */
export const demoAccounts = () =>
  demoPeople.map(({ name, roles, email }) => ({ name, roles, email, password: demoPassword }))

export interface DemoCustomer {
  /** The host site's own id for them. */
  externalId: string
  name: string
  segment: string
  context: Record<string, string>
}

export const demoCustomers = {
  ann: {
    externalId: 'ann',
    name: 'Ann Lee',
    segment: 'gold',
    context: { 'frequent-flyer': 'BS 7731 0420', 'home-airport': 'OSL' },
  },
  tom: { externalId: 'tom', name: 'Tom Ito', segment: 'bronze', context: { 'home-airport': 'HND' } },
} satisfies Record<string, DemoCustomer>
