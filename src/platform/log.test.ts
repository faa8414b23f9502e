import { describe, expect, it } from 'vitest'
import { loggedPath } from './log-fault.ts'
import { createLog } from './log.ts'
import { newToken } from './tokens.ts'

function written(level: string, entry: object): unknown {
  const lines: string[] = []
  createLog(level, { write: (line: string) => void lines.push(line) }).info(entry, 'signed in')
  return lines.map((line) => JSON.parse(line))
}

describe('the log of the server', () => {
  it('leaves out secrets, at the top and one level below', () => {
    expect(written('info', { token: 'abc', person: { email: 'anna@example.se', id: 1 } })).toMatchObject([
      { msg: 'signed in', token: '[removed]', person: { email: '[removed]', id: 1 } },
    ])
  })

  it('says no more than its level lets it', () => {
    expect(written('warn', {})).toEqual([])
  })
})

describe('a fault in the log', () => {
  const logged = (fault: unknown) => JSON.stringify(written('info', { err: fault }))

  it('says what it is, where, and why', () => {
    const fault = Object.assign(new Error('duplicate key value violates unique constraint "person_email"'), {
      code: '23505',
      constraint: 'person_email',
      detail: 'Key (email)=(anna@example.se) already exists.',
    })
    const line = logged(new TypeError('Saving failed', { cause: fault }))
    expect(line).toContain('"type":"TypeError","message":"Saving failed","at":["at ')
    expect(line).toContain('"code":"23505","constraint":"person_email"')
    expect(line).not.toContain('anna@')
  })

  it.each([
    [
      'the parameters of a statement',
      new Error('Failed query: insert into t values ($1)\nparams: hemligt\nmer hemligt'),
    ],
    ['a line of the message that looks like a place', new Error('Failed query\nparams: a\n    at hemligt')],
    ['a value that PostgreSQL refuses', new Error('invalid input syntax for type uuid: "hemligt"')],
    [
      'what a library keeps beside',
      Object.assign(new Error('refused'), { response: { body: 'hemligt' }, code: 'hem ligt hemligt' }),
    ],
    ['a field of the cause', new Error('refused', { cause: Object.assign(new Error('x'), { params: ['hemligt'] }) })],
    ['what is thrown and is no fault', 'hemligt'],
    ['an address', new Error('550 <hemligt@example.se> unknown')],
  ])('does not say %s', (_what, fault) => {
    expect(logged(fault)).not.toContain('hemligt')
  })

  it.each(['19121212-1212', '191212121212', '121212-1212', '121212+1212'])('does not say the number %s', (number) => {
    expect(logged(new Error(`no person has ${number} here`))).toContain('no person has [number] here')
  })

  it('does not say what may be a token, in a message or in an address', () => {
    const token = newToken()
    expect(logged(new Error(`nobody has ${token}`))).toContain('nobody has [token]')
    expect(loggedPath(`/ekby/valkommen/${token}`)).toBe('/ekby/valkommen/[token]')
    expect(loggedPath('/ekby/namnden/besok/0197a3c2-0000-7000-8000-000000000000')).toContain('0197a3c2')
  })

  it('ends where causes go round in a circle', () => {
    const fault = new Error('round')
    fault.cause = fault
    expect(logged(fault)).toContain('round')
  })
})
