import type { GuideStep } from '@beckon/shared/protocol/demo'
import { guideSteps } from '@beckon/shared/protocol/demo'

/** What the database holds of the contacts a newcomer was part of. */
export interface GuideRows {
  contacts: number
  /** How their offers ended, each once. */
  offers: readonly string[]
  /** Kinds of entries in their conversations, each once. */
  entries: readonly string[]
  /** Calls that grew out of a chat and in which sound flowed. */
  connectedCalls: number
  surveys: number
}

const happened: Record<GuideStep, (rows: GuideRows) => boolean> = {
  contact: ({ contacts }) => contacts > 0,
  accept: ({ offers }) => offers.includes('accepted'),
  page: ({ entries }) => entries.includes('page-answered'),
  call: ({ connectedCalls }) => connectedCalls > 0,
  expert: () => false,
  'ring-out': ({ offers }) => offers.includes('timed-out'),
  rate: ({ surveys }) => surveys > 0,
}

/** The steps that have really been taken, in the guide's order. */
export const tickedSteps = (rows: GuideRows): GuideStep[] => guideSteps.filter((step) => happened[step](rows))
