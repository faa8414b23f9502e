import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attendanceForm } from './visits.attendance.forms.ts'

const personId = '0199c0de-0000-7000-8000-000000000002'
const visitId = '0199c0de-0000-7000-8000-000000000003'

const issuesOf = (
  form: {
    safeParse: (raw: unknown) => { error?: { issues: readonly { path: PropertyKey[]; message: string }[] } | undefined }
  },
  raw: unknown,
) => (form.safeParse(raw).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message])

describe('the attendance form', () => {
  const head = { visit: visitId, version: '3' }

  test('keeps those who came, with their own times, and whom the visit reached', () => {
    const raw = {
      ...head,
      [`came.${personId}`]: 'yes',
      [`start.${personId}`]: '13.15',
      [`end.${personId}`]: '15.00',
      'met.users': 'yes',
      'count.users': '12',
      'met.staff': 'no',
      'why.staff': ' Utbildningsdag ',
    }
    expect(attendanceForm.parse(raw)).toEqual({
      visit: visitId,
      version: 3,
      onBehalfOf: undefined,
      attending: [{ personId, start: 795, end: 900, serving: false, withinPaidWork: false }],
      met: [
        { audience: 'users', met: true, count: 12, explanation: '' },
        { audience: 'staff', met: false, count: null, explanation: 'Utbildningsdag' },
      ],
      brokenOff: undefined,
      reason: '',
      seen: false,
    })
  })

  test('the times of one who did not come are let be', () => {
    expect(attendanceForm.parse({ ...head, [`start.${personId}`]: 'x', [`end.${personId}`]: '' }).attending).toEqual([])
  })

  test('a time that cannot be read leads to its own field', () => {
    expect(
      issuesOf(attendanceForm, {
        ...head,
        [`came.${personId}`]: 'yes',
        [`start.${personId}`]: '13',
        [`end.${personId}`]: '15.00',
      }),
    ).toEqual([[`start.${personId}`, 'visits.time-invalid']])
  })

  test('an end before the start leads to the end', () => {
    expect(
      issuesOf(attendanceForm, {
        ...head,
        [`came.${personId}`]: 'yes',
        [`start.${personId}`]: '15.00',
        [`end.${personId}`]: '13.00',
      }),
    ).toEqual([[`end.${personId}`, 'visits.end-before-start']])
  })

  test('it is kept who served and whose time an employer paid', () => {
    const ticked = { [`serving.${personId}`]: 'yes', [`paidwork.${personId}`]: 'yes' }
    const came = { [`came.${personId}`]: 'yes', [`start.${personId}`]: '13.00', [`end.${personId}`]: '15.00' }
    expect(attendanceForm.parse({ ...head, ...came, ...ticked }).attending).toMatchObject([
      { serving: true, withinPaidWork: true },
    ])
  })

  test.each([
    ['nought', 'yes', '0', 'visits.count-invalid'],
    ['a number that is too large', 'yes', '10000', 'visits.count-invalid'],
    ['a number that is below nought', 'yes', '-3', 'visits.count-invalid'],
    ['half a person', 'yes', '1,5', 'visits.count-invalid'],
    ['a name', 'yes', 'Karin', 'visits.count-invalid'],
    ['a number of those who were not met', 'no', '4', 'visits.count-unmet'],
  ])('%s is no count', (_, met, count, code) => {
    expect(issuesOf(attendanceForm, { ...head, 'met.users': met, 'count.users': count })).toEqual([
      ['count.users', code],
    ])
  })

  test('that it was broken off is read with time and reason, and let be where it is not ticked', () => {
    const broken = { brokenOffAt: '14.10', brokenOffReason: ' Larm ' }
    expect(attendanceForm.parse({ ...head, ...broken, brokenOff: 'yes' }).brokenOff).toEqual({
      until: 850,
      reason: 'Larm',
    })
    expect(attendanceForm.parse({ ...head, ...broken }).brokenOff).toBeUndefined()
    expect(issuesOf(attendanceForm, { ...head, brokenOff: 'yes', brokenOffAt: 'snart' })).toEqual([
      ['brokenOffAt', 'visits.time-invalid'],
    ])
  })

  test('any generated input gives a value or codes of ours, never a fault', () => {
    const field = fc.oneof(
      fc.constantFrom('visit', 'version', `came.${personId}`, `start.${personId}`, 'met.users', 'why.users'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.dictionary(field, fc.oneof(fc.constant('yes'), fc.string(), fc.array(fc.string()))), (raw) => {
        const codes = issuesOf(attendanceForm, raw).map(([, code]) => code)
        expect(codes.every((code) => code?.startsWith('visits.'))).toBe(true)
      }),
    )
  })
})
