import type { GuideStep } from '@beckon/shared/protocol/demo'

interface GuideWords {
  title: string
  done: string
  open: string
  coming: string
  /** Each with its name and what to do next, and where. */
  steps: Record<GuideStep, { name: string; say: string }>
  finished: string
  console: string
  start: string
  reset: string
  /** Asked before. */
  surely: string
  notReset: string
}

export const english: GuideWords = {
  title: 'Demo guide',
  done: 'done',
  open: 'to do',
  coming: 'coming',
  steps: {
    contact: { name: 'Make contact', say: 'On any page of Blue Sky press a contact button and choose Chat.' },
    accept: { name: 'Accept it', say: 'In the console, signed in as Ana and available for chat, press Accept.' },
    page: {
      name: 'Show a page',
      say: 'In the console press Push page and choose one; answer the question in the chat here.',
    },
    call: {
      name: 'Turn it into a call',
      say: 'Press Call in the open chat, here or in the console, and pick up on the other side.',
    },
    expert: { name: 'Ask an expert', say: 'Comes with a later version.' },
    'ring-out': {
      name: 'Let an offer ring out',
      say: 'Make another contact and leave its offer in the console until the timer ends.',
    },
    rate: { name: 'Finish and rate', say: 'End the chat and choose one to five in the widget.' },
  },
  finished: 'That was all of it. Try it again as Ann Lee: then the contact is known, and marked so.',
  console: 'Open the console',
  start: 'Start page',
  reset: 'Reset the demo',
  surely: 'Reset the demo? Whatever was said and set in it is deleted, for everybody.',
  notReset: 'That did not work. It can be done only on the machine that runs the demo.',
}

export const arabic: GuideWords = {
  title: 'دليل التجربة',
  done: 'تمّ',
  open: 'لم يتم بعد',
  coming: 'قريبًا',
  steps: {
    contact: { name: 'ابدأ تواصلًا', say: 'اضغط زر التواصل في أي صفحة من بلو سكاي واختر المحادثة.' },
    accept: { name: 'اقبله', say: 'في لوحة الموظفين، بعد الدخول باسم Ana والإتاحة للمحادثة، اضغط قبول.' },
    page: { name: 'اعرض صفحة', say: 'في اللوحة اضغط إرسال صفحة واختر واحدة، ثم أجب عن السؤال في المحادثة هنا.' },
    call: { name: 'حوّله إلى مكالمة', say: 'اضغط اتصال في المحادثة المفتوحة، هنا أو في اللوحة، وأجب من الجهة الأخرى.' },
    expert: { name: 'اسأل خبيرًا', say: 'يأتي في إصدار لاحق.' },
    'ring-out': { name: 'دع عرضًا يرنّ حتى ينتهي', say: 'ابدأ تواصلًا آخر واترك عرضه في اللوحة حتى ينتهي المؤقت.' },
    rate: { name: 'أنهِ وقيّم', say: 'أنهِ المحادثة واختر من واحد إلى خمسة في النافذة.' },
  },
  finished: 'هذا كل شيء. جرّب مرة أخرى باسم Ann Lee: عندها يكون التواصل معروف الهوية.',
  console: 'افتح اللوحة',
  start: 'صفحة البداية',
  reset: 'أعد التجربة إلى بدايتها',
  surely: 'إعادة التجربة إلى بدايتها؟ يُحذف كل ما قيل وضُبط فيها، لدى الجميع.',
  notReset: 'لم ينجح ذلك. لا يمكن إلا من الجهاز الذي يشغّل التجربة.',
}
