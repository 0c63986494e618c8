import type { WorkView } from '@beckon/shared/model/agent-view'
import { Phone } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '../../components/actions/use-acts.ts'
import { useKeys } from '../../components/actions/use-keys.ts'
import { Button } from '../../components/button.tsx'
import { useCommand } from '../../realtime/use-command.ts'
import { useWork } from '../../realtime/work-store.ts'
import { setAnswersHere } from '../../realtime/answering-tab.ts'

/** Asks the customer of a chat to talk; this tab answers when they agree. Absent where a call is up already. */
export function CallButton({ work }: { work: WorkView }) {
  const { t } = useTranslation()
  const send = useCommand()
  const [asking, setAsking] = useState(false)
  const call = useWork((s) => s.work.find((item) => item.call !== null))
  const name = work.customer.name === '' ? t('work.customer') : work.customer.name
  const invited = call?.dialogueId === work.dialogueId && call.call?.state === 'invited'
  const possible = work.channel === 'chat' && work.status === 'assigned' && (call === undefined || invited)
  const invite = async () => {
    setAsking(true)
    const made = await send('call:invite', { interactionId: work.id })
    if (made !== undefined) setAnswersHere(made.interactionId)
    setAsking(false)
  }
  const keys = useKeys('call.ask')
  useAction('call.ask', possible && !invited && !asking ? () => void invite() : undefined)
  if (!possible) return null
  return (
    <Button
      disabled={asking || invited}
      aria-label={invited ? undefined : t('work.callLabel', { name })}
      {...keys.props(t('work.callButton'))}
      onClick={() => void invite()}
    >
      <Phone size={16} aria-hidden="true" />
      {invited ? t('work.callWaiting', { name }) : t('work.callButton')}
    </Button>
  )
}
