import { enLater } from '../components/catalogue/en-later.ts'
import { addTexts, t } from '../components/catalogue/text.ts'
import { tellUnread } from '../realtime/tell-unread.ts'

addTexts(enLater)
tellUnread((unread, invited) => (invited ? t('unread.call') : t('unread.messages', { n: unread })))

export { lookAtThread } from '../realtime/read-marks.ts'
export { SentWord } from '../features/chat/sent-word.tsx'
export { TypingLine } from '../features/chat/typing-line.tsx'
export { shareLocation } from '../features/context-preview/share-location.ts'
export { attachments } from '../features/files/attached.ts'
export { chooseFiles } from '../features/files/choose-files.ts'
export { FileLine } from '../features/files/file-line.tsx'
export { FileTray } from '../features/files/file-tray.tsx'
export { History } from '../features/history/history.tsx'
export { openCallWindow } from '../features/call/open-call-window.ts'
export { PageCard } from '../features/page-push/page-card.tsx'
export { AskedSurvey } from './asked-survey.tsx'
export { CallArea } from './call-area.tsx'
export { CallWish } from './call-wish.tsx'
export { EndQuestion } from './end-question.tsx'
export { Farewell } from './farewell.tsx'
export { RefusedHere } from './refused-here.tsx'
