import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftForm, formValues, oralForm } from './reports.forms.ts'

const id = '0190a0a0-0000-7000-8000-000000000001'
const meeting = '0190a0a0-0000-7000-8000-000000000002'

function faultsIn(raw: unknown): readonly string[] {
  return draftForm.safeParse(raw).error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? []
}

describe('the draft form', () => {
  test('empty proposals are left out and the rest keep their order', () => {
    const draft = draftForm.parse({ id, version: '3', 'proposal.1': '', 'proposal.10': 'Sist', 'proposal.2': 'Först' })
    expect(draft.written.proposals).toEqual(['Först', 'Sist'])
  })

  test('the line breaks of a browser become plain ones', () => {
    expect(draftForm.parse({ id, version: '1', 'text.a': 'En rad\r\nEn till ' }).written.texts).toEqual({
      a: 'En rad\nEn till',
    })
  })

  test('a text that is too long is named by its field', () => {
    expect(faultsIn({ id, version: '1', 'text.a': 'x'.repeat(10_001) })).toEqual(['text.a too-long'])
  })

  test('a field that is not ours is refused', () => {
    expect(faultsIn({ id, version: '1', state: 'final' })).toEqual(['state unknown-field'])
  })

  test('a form without its version is refused, so that nobody overwrites unseen', () => {
    expect(faultsIn({ id })).toEqual(['version version-missing'])
  })

  test('what is written comes back the same after the round through the form', () => {
    const text = fc.string({ minLength: 1, maxLength: 50 }).map((it) => `a${it.replace(/\r/g, '')}a`)
    const texts = fc.dictionary(fc.stringMatching(/^[A-Za-z0-9-]{1,20}$/), text, { maxKeys: 5 })
    fc.assert(
      fc.property(
        texts,
        fc.array(text, { maxLength: 5 }),
        fc.array(text, { maxLength: 5 }),
        (some, proposals, questions) => {
          const written = { texts: { ...some }, proposals, questions }
          expect(draftForm.parse({ ...formValues(written), id, version: '1' }).written).toEqual(written)
        },
      ),
    )
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
