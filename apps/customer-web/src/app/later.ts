import { enLater } from '../components/catalogue/en-later.ts'
import { addTexts } from '../components/catalogue/text.ts'

addTexts(enLater)

export { Closing } from '../features/closing/closing.tsx'
export { shareLocation } from '../features/context-preview/share-location.ts'
export { attachments } from '../features/files/attached.ts'
export { chooseFiles } from '../features/files/choose-files.ts'
export { FileLine } from '../features/files/file-line.tsx'
export { FileTray } from '../features/files/file-tray.tsx'
export { History } from '../features/history/history.tsx'
export { PageCard } from '../features/page-push/page-card.tsx'
export { Survey } from '../features/survey/survey.tsx'
export { CallArea } from './call-area.tsx'
export { CallWish } from './call-wish.tsx'
export { RefusedHere } from './refused-here.tsx'
