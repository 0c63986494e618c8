import { t } from '../../components/catalogue/text.ts'
import { useLive } from '../../realtime/live-store.ts'

/** No live region: it would be read out at every pause for thought. */
export function TypingLine() {
  const agent = useLive((store) => store.typing)
  return <p className="typing">{agent !== undefined && t('chat.typing', { agent: agent || t('agent.none') })}</p>
}
