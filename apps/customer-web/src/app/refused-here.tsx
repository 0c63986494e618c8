import type { MicrophoneRefusal } from '@beckon/shared/client/microphone'
import { t } from '../components/catalogue/text.ts'
import { MicrophoneRefused } from '../features/call/microphone-refused.tsx'
import { openCallWindow } from '../features/call/open-call-window.ts'
import { currentWish, startContact } from './start-contact.ts'

/** On home: the call that was chosen cannot be had without a microphone. */
export const RefusedHere = ({ reason }: { reason: MicrophoneRefusal }) => (
  <MicrophoneRefused
    reason={reason}
    onRetry={() => void startContact('voice')}
    onWindow={() => openCallWindow(currentWish())}
    giveUpText={t('microphone.chat')}
    onGiveUp={() => void startContact('chat')}
  />
)
