import { describe, expect, test } from 'vitest'
import { draftForm, oralForm } from './reports.forms.ts'

const id = '0190a0a0-0000-7000-8000-000000000001'
const meeting = '0190a0a0-0000-7000-8000-000000000002'

function faultsIn(raw: unknown): readonly string[] {
  return draftForm.safeParse(raw).error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? []
}

describe('the draft form', () => {
  test('each text comes with the tag of what the page showed', () => {
    const draft = draftForm.parse({ id, version: '3', 'text.a': 'Ett', 'was.text.a': 'x1', 'proposal.1': 'Två' })
    expect(draft.fields).toEqual([
      { field: 'text.a', text: 'Ett', tag: 'x1' },
      { field: 'proposal.1', text: 'Två' },
    ])
  })

  test('the line breaks of a browser become plain ones', () => {
    expect(draftForm.parse({ id, version: '1', 'text.a': 'En rad\r\nEn till ' }).fields).toEqual([
      { field: 'text.a', text: 'En rad\nEn till' },
    ])
  })

  test('a text that is too long to keep is named by its field', () => {
    expect(faultsIn({ id, version: '1', 'text.a': 'x'.repeat(300_001) })).toEqual(['text.a too-long-to-keep'])
  })

  test('a field that is not ours is refused', () => {
    expect(faultsIn({ id, version: '1', state: 'final' })).toEqual(['state unknown-field'])
  })

  test('a form without its version is refused, so that nobody overwrites unseen', () => {
    expect(faultsIn({ id })).toEqual(['version version-missing'])
  })
})

describe('an oral report', () => {
  test('needs meeting, speaker and a line', () => {
    const { error } = oralForm.safeParse({ visitId: id, meeting: '', speaker: '', line: ' ' })
    expect(error?.issues.map(({ message }) => message)).toEqual(['meeting-missing', 'speaker-missing', 'line-missing'])
  })

  test('is complete with all three', () => {
    expect(oralForm.safeParse({ visitId: id, meeting, speaker: id, line: 'Om maten' }).success).toBe(true)
  })
})
