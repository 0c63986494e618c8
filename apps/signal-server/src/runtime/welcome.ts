import type { Config } from './config.ts'

export interface SignIn {
  name: string
  roles: readonly string[]
  email: string
  password: string
}

/** What a person sees once the server answers; in production one line, for the operator. */
export function welcome(config: Config, url: { public: string; widget: string }, signIns: readonly SignIn[]): string {
  if (config.production) return `Beckon is up: console ${url.public}/console, widget ${url.widget}/widget.js`
  const lines = [
    'Beckon is up.',
    '',
    `  Start page   ${url.public}/`,
    `  Console      ${url.public}/console`,
    `  API          ${url.public}/docs`,
    ...(signIns.length === 0 ? [] : ['', ...signInLines(signIns)]),
    '',
    '  Ctrl-C stops it.',
  ]
  return `\n${lines.join('\n')}\n`
}

function signInLines(signIns: readonly SignIn[]): string[] {
  const widest = Math.max(...signIns.map(({ email }) => email.length))
  const passwords = new Set(signIns.map(({ password }) => password))
  const one = passwords.size === 1
  return [
    `  Demo sign-ins${one ? ` (password ${[...passwords].join('')})` : ''}`,
    ...signIns.map(({ email, roles, password }) => {
      return `    ${email.padEnd(widest)}   ${roles.join(', ')}${one ? '' : `   ${password}`}`
    }),
  ]
}
