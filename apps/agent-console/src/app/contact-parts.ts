export { HistoryList } from '../features/history/history-list.tsx'
export { ContactSide } from './contact-side.tsx'
export { WorkDesk } from './work-desk.tsx'
