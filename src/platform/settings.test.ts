import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Unusable } from '../kernel/errors.ts'
import { listSettings, readSettings } from './settings.ts'

describe('the settings', () => {
  it('are complete without a single variable', () => {
    expect(readSettings({ DATA_DIR: '/srv/data' })).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: '/srv/data',
      publicUrl: 'http://localhost:3000',
      mailFrom: 'Nämndkontakt <namndkontakt@localhost>',
      logLevel: 'info',
      trustedProxies: 0,
      requestsPerMinute: 1200,
      postsBeforeSignInPerMinute: 60,
    })
  })

  it('take an empty variable for an absent one', () => {
    expect(readSettings({ PORT: '', SMTP_URL: ' ' })).toMatchObject({ port: 3000 })
  })

  it('name every fault at once, so that nobody has to try five times', () => {
    const faulty = { PORT: 'eighty', SMTP_URL: 'mail.example.se', LOG_LEVEL: 'loud', PUBLIC_URL: 'ekby' }
    expect(() => readSettings(faulty)).toThrow(Unusable)
    expect(() => readSettings(faulty)).toThrow(
      /PORT must be a port number.*PUBLIC_URL must be a web address.*SMTP_URL must look like.*LOG_LEVEL must be one of/s,
    )
  })

  it('refuse a port that does not exist', () => {
    expect(() => readSettings({ PORT: '65536' })).toThrow(/PORT must be a port number from 0 to 65535/)
  })

  it('refuse limits that would let nobody in, and more proxies than anybody has', () => {
    const faulty = { REQUESTS_PER_MINUTE: '0', POSTS_BEFORE_SIGN_IN_PER_MINUTE: '1.5', TRUSTED_PROXIES: 'all' }
    expect(() => readSettings(faulty)).toThrow(
      /TRUSTED_PROXIES must be a number from 0 to 9.*REQUESTS_PER_MINUTE must be a whole number from 1.*POSTS_BEFORE_SIGN_IN_PER_MINUTE must be/s,
    )
  })

  it('want a secret that all servers share when the database is elsewhere', () => {
    expect(() => readSettings({ DATABASE_URL: 'postgres://a@b/c' })).toThrow(/SECRET_KEY must be set/)
  })

  it('refuse an owner of a database that is not named', () => {
    expect(() => readSettings({ DATABASE_OWNER_URL: 'postgres://a@b/c' })).toThrow(/only of use together/)
  })

  it('take away the slash at the end of the public address', () => {
    expect(readSettings({ PUBLIC_URL: 'https://namnd.example.se/' }).publicUrl).toBe('https://namnd.example.se')
  })

  it('are all described', () => {
    const settings = listSettings()
    expect(settings.slice(0, 5).map(({ key }) => key)).toEqual([
      'PORT',
      'HOST',
      'DATA_DIR',
      'DATABASE_URL',
      'DATABASE_OWNER_URL',
    ])
    expect(settings.filter(({ purpose }) => purpose === '')).toEqual([])
  })
})

describe('the page for operators', () => {
  it('names every setting, and no other', () => {
    const page = readFileSync(new URL('../../docs/hardening.md', import.meta.url), 'utf8')
    const named = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, key]) => key)
    expect(named.toSorted()).toEqual(
      listSettings()
        .map(({ key }) => key)
        .toSorted(),
    )
  })
})
