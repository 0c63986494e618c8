import { enLater } from '../components/catalogue/en-later.ts'
import { addTexts } from '../components/catalogue/text.ts'

addTexts(enLater)

export { Closing } from '../features/closing/closing.tsx'
export { shareLocation } from '../features/context-preview/share-location.ts'
export { History } from '../features/history/history.tsx'
export { PageCard } from '../features/page-push/page-card.tsx'
export { checkMicrophone } from '../features/call/check-microphone.ts'
export { Survey } from '../features/survey/survey.tsx'
export { CallArea } from './call-area.tsx'
export { CallWish } from './call-wish.tsx'
export { RefusedHere } from './refused-here.tsx'
