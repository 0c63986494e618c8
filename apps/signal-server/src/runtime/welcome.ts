import type { Config } from './config.ts'

/** What a person sees once the server answers. */
export function welcome(config: Config, url: { public: string; widget: string }): string {
  if (config.production) return `Beckon is up: console ${url.public}/console, widget ${url.widget}`
  const lines = [
    'Beckon is up.',
    '',
    `  Start page   ${url.public}/`,
    `  Console      ${url.public}/console`,
    `  Widget       ${url.widget}/widget.js`,
    `  API          ${url.public}/docs`,
  ]
  return `\n${lines.join('\n')}\n`
}
