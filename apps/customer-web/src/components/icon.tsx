/** Drawn by us on a 24 px grid, stroke 1.75, round ends: one weight for all. */
const paths = {
  chat: 'M5 4.5h14a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2h-7l-4.5 3.6V17H5a2 2 0 0 1-2-2V6.5a2 2 0 0 1 2-2z',
  phone:
    'M8.2 3.8 5.4 4.2a2 2 0 0 0-1.7 2.3C4.8 13.6 10.4 19.2 17.5 20.3a2 2 0 0 0 2.3-1.7l.4-2.8-4.3-2-1.9 1.9a12.6 12.6 0 0 1-5.7-5.7l1.9-1.9z',
  mic: 'M12 3a3 3 0 0 1 3 3v5.5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3',
  'mic-off':
    'M4 4l16 16M9 9v2.5a3 3 0 0 0 4.7 2.4M15 11.5V6a3 3 0 0 0-5.7-1.2M5.5 11.5A6.5 6.5 0 0 0 16 16.6M18.5 11.5a6.4 6.4 0 0 1-.4 2.3M12 18v3',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  send: 'M12 19V5M6 11l6-6 6 6',
  clip: 'M20.5 11.5l-8.4 8.4a5 5 0 0 1-7-7l8.9-8.9a3.3 3.3 0 0 1 4.7 4.7l-8.9 8.9a1.7 1.7 0 0 1-2.4-2.4l8.2-8.2',
  clock: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7.5V12l3 2',
  smile: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM8 14a5 5 0 0 0 8 0M9 9.5v.1M15 9.5v.1',
  page: 'M6.5 3.5h7l4.5 4.5V19a1.5 1.5 0 0 1-1.5 1.5h-10A1.5 1.5 0 0 1 5 19V5a1.5 1.5 0 0 1 1.5-1.5zM13.5 3.5V8H18M8.5 12.5h6M8.5 16h4',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  alert: 'M12 4 2.8 19.5h18.4zM12 10v4.5M12 17.2v.1',
  window: 'M4 5h16v14H4zM4 9h16M7 7h.1',
} as const
export type IconName = keyof typeof paths

/** Always beside a word, or inside a button that has a name: never announced by itself. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg
    className={`icon icon-${name}`}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={paths[name]} />
  </svg>
)
