/** What a newcomer tries in the demo, in this order; `expert` cannot be done yet and never ticks. */
export const guideSteps = ['contact', 'accept', 'page', 'call', 'expert', 'ring-out', 'rate'] as const
export type GuideStep = (typeof guideSteps)[number]

/**
 * `GET {PUBLIC_URL}/demo/guide?references=BS-…,BS-…&since=MS`, in the demo only: what has happened to these contacts, and
 * since then to the agent who is signed in in this browser.
 */
export interface GuideResponse {
  ticked: GuideStep[]
  /** Server time, epoch milliseconds: what to ask from, the first time. */
  now: number
  /** When this demo was made; another number: it was made anew, and pages begin again. */
  madeAt: number
}

export const simulatedKinds = ['customer', 'agent'] as const
export type SimulatedKind = (typeof simulatedKinds)[number]
export const simulatedStates = ['arriving', 'waiting', 'ready', 'talking'] as const

/** Somebody of the demo who is no person. */
export interface Simulated {
  id: string
  kind: SimulatedKind
  name: string
  /** What a customer came for. */
  subject: string | null
  state: (typeof simulatedStates)[number]
}

/** `GET {PUBLIC_URL}/demo/people`, in the demo only; `POST` with a `kind` adds one, `DELETE …/ID` sends one away. */
export interface CrowdResponse {
  people: Simulated[]
  /** As many of each kind there may be at a time. */
  most: number
}
