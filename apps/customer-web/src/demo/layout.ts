import { guideStrip } from './guide/guide-strip.ts'

export interface DemoPage {
  /** File name without `.html`, which is also its path under `/demo/`. */
  name: string
  title: string
  /** Key of the navigation entry that is lit. */
  area: 'home' | 'booking' | 'baggage' | 'lounge' | 'card-dispute' | 'none'
  /** What the page is about, for the floating button. */
  subject?: string
  main: string
  /** English unless told. */
  language?: { lang: string; dir: 'rtl' }
}

const areas = [
  ['booking', 'My booking'],
  ['baggage', 'Baggage'],
  ['lounge', 'Lounges'],
  ['card-dispute', 'Payments'],
] as const

const navigation = (current: DemoPage['area']): string =>
  areas
    .map(([key, name]) => `<a href="/demo/${key}"${key === current ? ' aria-current="page"' : ''}>${name}</a>`)
    .join('\n        ')

/** The one line that adds the widget; the server writes its address. */
const snippet = (subject: string | undefined): string =>
  `<script async src="%WIDGET_URL%/widget.js" data-site="bluesky" data-accent="#0b66c3"${subject ? ` data-subject="${subject}"` : ''}></script>`

/** A whole page of the airline: plain HTML, no script of its own but the sign-in and the guide. */
export function renderPage({ title, area, subject, main, language }: DemoPage): string {
  const { lang, dir } = language ?? { lang: 'en-GB', dir: 'ltr' }
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="stylesheet" href="/demo/blue-sky.css" />
    <link rel="icon" href="/demo/mark.svg" />
    <script defer src="/demo/sign-in.js"></script>
    <script defer src="/demo/guide.js"></script>
    ${snippet(subject)}
  </head>
  <body>
    <header class="masthead">
      <a class="brand" href="/demo/"><img src="/demo/mark.svg" alt="" width="32" height="32" />Blue Sky</a>
      <nav aria-label="Blue Sky">
        ${navigation(area)}
      </nav>
      <div class="account" data-account>
        <label for="who">Signed in as</label>
        <select id="who">
          <option value="">Nobody</option>
          <option value="ann">Ann Lee (Gold)</option>
          <option value="tom">Tom Ito (Bronze)</option>
        </select>
      </div>
    </header>
    ${guideStrip(lang)}
    <main>
${main}
    </main>
    <footer>
      <p>Blue Sky is an airline that does not exist. It shows how Beckon lives in a page of somebody else.</p>
      <p><a href="/demo/start">Demo guide</a> · <a href="/demo/arabic" lang="ar">العربية</a></p>
    </footer>
  </body>
</html>
`
}
