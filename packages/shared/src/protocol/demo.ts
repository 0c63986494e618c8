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
  /** When this demo was made; another number: it was reset, and pages start anew. */
  madeAt: number
}
