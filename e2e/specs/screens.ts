import type { Look } from '../pages/look.ts'

/** Screen and state, and how axe looks at it. A row that no journey comes to fails its test. */
export type Screens = Record<string, readonly Look[]>

export const widgetScreens = {
  'page of the host, panel closed': ['light ltr desktop'],
  'home, closed': ['light ltr desktop', 'dark rtl phone'],
  'home, all busy': ['dark ltr phone'],
  'home, free': ['light rtl phone', 'dark ltr desktop'],
  'home, an item not sent': ['light ltr phone'],
  'home, not admitted at this hour': ['light ltr desktop', 'dark rtl phone'],
  'home, no microphone': ['light ltr phone', 'dark ltr desktop'],
  'history, empty': ['light ltr desktop', 'dark rtl phone'],
  'line for a chat': ['light ltr desktop', 'dark rtl phone'],
  'line for a call': ['light rtl desktop', 'dark ltr phone'],
  'left the line': ['light ltr desktop', 'dark rtl phone'],
  'chat, the agent types': ['light ltr desktop', 'dark rtl phone'],
  'chat, emoji': ['light ltr phone', 'dark ltr desktop'],
  'chat, files to send': ['light ltr desktop', 'dark ltr phone'],
  'chat, a page shown': ['light ltr desktop', 'dark rtl phone'],
  'chat, the end is asked': ['light ltr desktop', 'dark ltr phone'],
  'chat, a text refused': ['light ltr desktop', 'dark rtl phone'],
  'call, ringing': ['light ltr desktop', 'dark rtl phone'],
  'call, talking': ['light ltr desktop', 'dark rtl phone'],
  'chat, not connected': ['light ltr desktop', 'dark rtl phone'],
  'closing, the survey asks': ['light ltr desktop', 'dark ltr phone'],
  'closing, the survey answered': ['light ltr phone', 'dark rtl desktop'],
  history: ['light ltr desktop', 'dark rtl phone'],
  'history, nothing found': ['dark ltr desktop'],
  transcript: ['light ltr phone', 'dark ltr desktop'],
  'server not there': ['light ltr desktop', 'dark rtl phone'],
} as const satisfies Screens

export const consoleScreens = {
  'sign-in': ['light ltr desktop', 'dark ltr phone'],
  'sign-in, refused': ['light ltr phone', 'dark ltr desktop'],
  'empty desk': ['light ltr desktop', 'dark rtl desktop', 'light ltr phone'],
  'presence, for all channels': ['light ltr desktop', 'dark ltr phone'],
  'headset check': ['light ltr desktop', 'dark ltr phone'],
  'two devices': ['light ltr desktop', 'dark rtl phone'],
  'devices, named': ['light ltr desktop', 'dark ltr phone'],
  'contacts to be picked': ['light ltr desktop', 'dark rtl phone'],
  'an offer rings': ['light ltr desktop', 'dark rtl phone', 'dark ltr tablet'],
  'why me': ['light ltr desktop', 'dark ltr desktop'],
  'reasons to decline': ['light ltr desktop', 'dark ltr desktop'],
  missed: ['light ltr desktop', 'dark rtl phone'],
  chat: ['light ltr desktop', 'dark ltr tablet', 'light rtl phone'],
  'the customer': ['light ltr phone', 'dark rtl phone'],
  'a private note': ['light ltr desktop', 'dark ltr phone'],
  'canned replies': ['light ltr desktop', 'dark ltr phone'],
  emoji: ['light ltr phone', 'dark ltr desktop'],
  'pages to push': ['light ltr desktop', 'dark ltr phone'],
  palette: ['light ltr desktop', 'dark ltr phone'],
  shortcuts: ['light ltr desktop', 'dark ltr phone'],
  'a call rings elsewhere': ['light ltr phone', 'dark rtl desktop'],
  'a call rings': ['light ltr desktop', 'dark ltr tablet'],
  'a call': ['light ltr desktop', 'dark rtl desktop', 'dark ltr phone'],
  'wrap-up': ['light ltr desktop', 'dark rtl tablet', 'dark ltr phone'],
  'a new task': ['light ltr desktop', 'dark ltr phone'],
  workbin: ['light ltr desktop', 'dark rtl desktop', 'dark ltr phone'],
  'a task': ['light ltr desktop', 'dark ltr phone', 'dark rtl phone', 'light ltr zoomed'],
  history: ['light ltr desktop', 'dark rtl desktop'],
  'history, nothing found': ['dark ltr desktop'],
  transcript: ['light ltr desktop', 'dark ltr desktop'],
  reconnecting: ['light ltr desktop', 'dark rtl phone'],
} as const satisfies Screens

export const supervisorScreens = {
  'a queue without anybody': ['light ltr desktop', 'dark rtl phone', 'light ltr phone', 'dark ltr zoomed'],
} as const satisfies Screens

export const expertScreens = {
  'desk of an expert': ['light ltr desktop', 'dark rtl desktop', 'light rtl phone'],
} as const satisfies Screens

export const siteToolScreens = {
  'desk of an administrator': ['light ltr desktop', 'dark rtl phone'],
  'team, nobody there': ['light ltr desktop', 'dark rtl phone'],
  'team, one there': [
    'light ltr phone',
    'dark ltr desktop',
    'light rtl desktop',
    'light ltr zoomed',
    'dark rtl zoomed',
  ],
  'team, old': ['light ltr desktop', 'dark ltr phone'],
  'dry run, nobody': ['light ltr desktop', 'dark rtl phone'],
  'dry run, somebody': ['light ltr phone', 'dark ltr desktop', 'light rtl desktop'],
  'settings, pages': ['light ltr desktop', 'dark rtl phone'],
  'settings, look': ['light ltr desktop', 'dark rtl phone'],
  'settings, look refused': ['light ltr phone', 'dark ltr desktop'],
  'settings, opening hours': ['light ltr desktop', 'dark rtl phone'],
  'settings, saved': ['light ltr phone', 'dark ltr desktop'],
} as const satisfies Screens
