import { describe, expect, it } from 'vitest'
import { createLog } from './log.ts'

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
