import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'beckon-config-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://contact.example.com',
  WIDGET_URL: 'https://widget.example.com',
  SECRET_KEY: 'Zb8mQ0xK3vN7tR5yW1pL9sD4fG6hJ2cA',
}

describe('a newcomer who sets nothing', () => {
  it('gets two names on one port, the demo, and only this machine may connect', () => {
    expect(readConfig({ DATA_DIR: dataDir })).toMatchObject({
      production: false,
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      widgetUrl: 'http://127.0.0.1:3000',
      databaseUrl: null,
      demo: true,
    })
  })

  it('gets a secret that is kept, readable by its owner only', () => {
    const first = readConfig({ DATA_DIR: dataDir }).secretKey
    const kept = join(dataDir, 'secret-key')
    expect(readConfig({ DATA_DIR: dataDir }).secretKey).toBe(first)
    expect(readFileSync(kept, 'utf8').trim()).toBe(first)
    expect(first.length).toBeGreaterThanOrEqual(32)
    expect(statSync(kept).mode & 0o777).toBe(0o600)
  })

  it('has both names follow PORT', () => {
    const { publicUrl, widgetUrl } = readConfig({ DATA_DIR: dataDir, PORT: '4010' })
    expect([publicUrl, widgetUrl]).toEqual(['http://localhost:4010', 'http://127.0.0.1:4010'])
  })
})

describe('an operator in production', () => {
  it('is let in with https, two host names and a secret of their own', () => {
    expect(readConfig({ ...production, DATA_DIR: dataDir })).toMatchObject({
      production: true,
      host: '0.0.0.0',
      demo: false,
      secretKey: production.SECRET_KEY,
    })
  })

  it('reads in one error everything that is wrong', () => {
    const env = {
      NODE_ENV: 'production',
      PORT: 'http',
      DEMO: '1',
      LOG_LEVEL: 'loud',
      TURN_URL: 'turn:t.example.com:3478',
    }
    const wrong = /PORT.*PUBLIC_URL.*WIDGET_URL.*DEMO.*SECRET_KEY.*LOG_LEVEL.*TURN_SECRET/s
    expect(() => readConfig({ ...env, DATA_DIR: dataDir })).toThrow(wrong)
  })

  it.each([
    ['short', 'too short'],
    ['please-change-me-please-change-me-now', 'placeholder'],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'placeholder'],
  ])('is refused with the secret %s', (key, reason) => {
    expect(() => readConfig({ ...production, DATA_DIR: dataDir, SECRET_KEY: key })).toThrow(reason)
  })

  it('is refused without https', () => {
    const env = { ...production, DATA_DIR: dataDir, PUBLIC_URL: 'http://contact.example.com' }
    expect(() => readConfig(env)).toThrow('must be https')
  })
})

describe('an operator anywhere', () => {
  it('is refused with console and widget on one host, since ports do not separate cookies', () => {
    const env = { DATA_DIR: dataDir, PUBLIC_URL: 'http://localhost:3000', WIDGET_URL: 'http://localhost:3001' }
    expect(() => readConfig(env)).toThrow('different host names')
  })

  it('does not find a database password in the error', () => {
    expect(() => readConfig({ DATA_DIR: dataDir, DATABASE_URL: 'mysql://u:hunter2@h/d' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    )
  })

  it('gives servers for calls as JSON', () => {
    const json = '[{"urls":"stun:s.example.com:3478"},{"urls":["turn:t.example.com"],"username":"u","credential":"c"}]'
    expect(readConfig({ DATA_DIR: dataDir, ICE_SERVERS: json }).iceServers).toEqual([
      { urls: ['stun:s.example.com:3478'] },
      { urls: ['turn:t.example.com'], username: 'u', credential: 'c' },
    ])
    expect(() => readConfig({ DATA_DIR: dataDir, ICE_SERVERS: 'stun:x' })).toThrow('ICE_SERVERS must be a JSON list')
  })
})
