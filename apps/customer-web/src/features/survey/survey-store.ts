import { createStore } from '../../components/create-store.ts'
import { keepInHost, useHost } from '../../realtime/host-store.ts'
import { requestJson } from '../../realtime/request-json.ts'
import { readySession } from '../../realtime/session-store.ts'

/** After a reload the question is asked again for so long. */
const askedMs = 600_000

interface Asked {
  interactionId: string
  /** Epoch milliseconds by the page's clock. */
  at: number
}

interface Answer {
  /** `asked`: nothing was sent yet. */
  state: 'asked' | 'sending' | 'failed' | 'answered' | 'skipped'
  /** 0: none was chosen yet. */
  score: number
  text: string
}

const unanswered: Answer = { state: 'asked', score: 0, text: '' }

/** How the answer of this page's last contact stands; the screen may be drawn anew meanwhile, in another language. */
export const useSurvey = createStore<Answer>(() => unanswered)

/** Remembers what to ask about, also for the next page of this tab. */
export function askAbout(interactionId: string, at: number): void {
  useSurvey.setState(unanswered)
  keepInHost('survey', JSON.stringify({ interactionId, at } satisfies Asked))
}

/** What an earlier page of this tab had begun to ask, while it is fresh. */
export function stillAsked(now: number): string | undefined {
  try {
    const { interactionId, at } = JSON.parse(useHost.getState().state.kept.survey ?? '{}') as Partial<Asked>
    return typeof interactionId === 'string' && typeof at === 'number' && now - at < askedMs ? interactionId : undefined
  } catch {
    // Another script of the host page wrote over it.
    return undefined
  }
}

function done(state: 'answered' | 'skipped'): void {
  keepInHost('survey', null)
  useSurvey.setState({ state })
}

export const skipSurvey = (): void => done('skipped')

/** Sent again after a failure it is the same answer. */
export async function answerSurvey(interactionId: string): Promise<void> {
  const { site, token } = readySession()
  const { score, text } = useSurvey.getState()
  useSurvey.setState({ state: 'sending' })
  const own = token === null ? {} : { token }
  try {
    await requestJson('/widget/api/survey', { body: { site: site.key, interactionId, score, text, ...own }, token })
    done('answered')
  } catch {
    // The customer reads so, and may try again or let it be.
    useSurvey.setState({ state: 'failed' })
  }
}
