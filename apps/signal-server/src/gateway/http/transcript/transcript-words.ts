import type { CloseCause } from '@beckon/shared/model/entry'

/** The texts of a transcript. `{name}` is filled in. */
export interface TranscriptWords {
  customer: string
  staff: string
  note: string
  joined: string
  joinedInWriting: string
  released: string
  file: string
  page: string
  callStarted: string
  callEnded: string
  ended: string
  abandoned: string
  nothing: string
}

const english: TranscriptWords = {
  customer: 'Customer',
  staff: 'Agent',
  note: 'Note, only staff see it',
  joined: '{name} joined',
  joinedInWriting: '{name} answered in writing',
  released: 'The connection to the agent was lost',
  file: 'File: {name}',
  page: 'Page shown: {name}',
  callStarted: 'Call started',
  callEnded: 'Call ended · {name}',
  ended: 'The conversation is over',
  abandoned: 'The customer left the queue',
  nothing: 'Nothing was said.',
}
const arabic: TranscriptWords = {
  customer: 'العميل',
  staff: 'الموظف',
  note: 'ملاحظة لا يراها إلا الموظفون',
  joined: 'انضم {name}',
  joinedInWriting: 'أجاب {name} كتابةً',
  released: 'انقطع الاتصال بالموظف',
  file: 'ملف: {name}',
  page: 'صفحة معروضة: {name}',
  callStarted: 'بدأت المكالمة',
  callEnded: 'انتهت المكالمة · {name}',
  ended: 'انتهت المحادثة',
  abandoned: 'غادر العميل قائمة الانتظار',
  nothing: 'لم يُقل شيء.',
}

export const transcriptWords = (language: 'en' | 'ar'): TranscriptWords => (language === 'ar' ? arabic : english)

export const endedWords = (words: TranscriptWords, cause: CloseCause): string =>
  cause === 'abandoned' ? words.abandoned : words.ended
