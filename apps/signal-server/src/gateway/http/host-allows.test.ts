import { expect, it } from 'vitest'
import { hostAllows } from './host-allows.ts'

const config = { publicUrl: 'https://contact.example', widgetUrl: 'https://w.example:8443', trustProxy: false }

it.each([
  ['contact.example', 'public'],
  ['CONTACT.example:443', 'public'],
  ['w.example:8443', 'widget'],
  ['w.example', undefined],
  ['contact.example:80', undefined],
  ['contact.example.evil.example', undefined],
  ['evil.example@contact.example', undefined],
  ['contact.example/x', undefined],
  ['', undefined],
])('a request for %j is for %j', (host, expected) => {
  expect(hostAllows(config, { headers: { host } })).toBe(expected)
})

it('a request without a host is for nobody', () => {
  expect(hostAllows(config, { headers: {} })).toBeUndefined()
})

it('the name that a proxy was asked for counts only when the proxy is trusted', () => {
  const headers = { host: '10.0.0.7:3000', 'x-forwarded-host': 'evil.example, contact.example' }
  expect(hostAllows(config, { headers })).toBeUndefined()
  expect(hostAllows({ ...config, trustProxy: true }, { headers })).toBe('public')
})
