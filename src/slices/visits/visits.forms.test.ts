import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attendanceForm, bookingForm, planForm, reasonForm } from './visits.forms.ts'

const unitId = '0199c0de-0000-7000-8000-000000000001'
const personId = '0199c0de-0000-7000-8000-000000000002'
const visitId = '0199c0de-0000-7000-8000-000000000003'
const booking = { units: unitId, day: '2026-05-12', start: '13.00', end: '15:30' }

const issuesOf = (
  form: {
    safeParse: (raw: unknown) => { error?: { issues: readonly { path: PropertyKey[]; message: string }[] } | undefined }
  },
  raw: unknown,
) => (form.safeParse(raw).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message])

describe('the booking form', () => {
  test('reads day and times as they are written in Swedish or ISO', () => {
    const read = bookingForm.parse(booking)
    expect(read).toMatchObject({ units: [unitId], start: 780, end: 930, form: 'visit', seen: false, place: '' })
  })

  test.each([
    ['no unit', { ...booking, units: '' }, ['units', 'visits.unit-missing']],
    ['something that is no unit', { ...booking, units: 'x' }, ['units', 'visits.unit-missing']],
    ['no day', { ...booking, day: '' }, ['day', 'visits.day-missing']],
    ['a day that does not exist', { ...booking, day: '2026-02-30' }, ['day', 'visits.day-invalid']],
    ['a time that does not exist', { ...booking, start: '25.00' }, ['start', 'visits.time-invalid']],
    ['an end before the start', { ...booking, end: '12.00' }, ['end', 'visits.end-before-start']],
    ['an end at the start', { ...booking, end: '13.00' }, ['end', 'visits.end-before-start']],
    ['a field that is not ours', { ...booking, state: 'held' }, ['', 'visits.form-unreadable']],
    ['too long a reason', { ...booking, specialReason: 'a'.repeat(2001) }, ['specialReason', 'visits.reason-long']],
  ] as const)('%s is said in its own sentence', (_, raw, expected) => {
    expect(issuesOf(bookingForm, raw)).toContainEqual(expected)
  })

  test('any generated input gives a value or codes of ours, never a fault', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('units', 'group', 'day', 'start', 'end', 'place', 'form', 'seen'),
          fc.oneof(fc.string(), fc.array(fc.string())),
        ),
        (raw) => {
          const codes = issuesOf(bookingForm, raw).map(([, code]) => code)
          expect(codes.every((code) => code?.startsWith('visits.'))).toBe(true)
        },
      ),
    )
  })
})

describe('the attendance form', () => {
  const head = { visit: visitId, version: '3' }

  test('keeps those who came, with their own times, and whom the visit reached', () => {
    const raw = {
      ...head,
      [`came.${personId}`]: 'yes',
      [`start.${personId}`]: '13.15',
      [`end.${personId}`]: '15.00',
      'met.users': 'yes',
      'met.staff': 'no',
      'why.staff': ' Utbildningsdag ',
    }
    expect(attendanceForm.parse(raw)).toEqual({
      visit: visitId,
      version: 3,
      attending: [{ personId, start: 795, end: 900 }],
      met: [
        { audience: 'users', met: true, explanation: '' },
        { audience: 'staff', met: false, explanation: 'Utbildningsdag' },
      ],
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

test('a cancellation needs its reason', () => {
  expect(issuesOf(reasonForm, { visit: visitId, version: '1', reason: '  ' })).toEqual([
    ['reason', 'visits.reason-missing'],
  ])
})

test('a programme is saved unless it is said to be confirmed', () => {
  expect(planForm.parse({ visit: visitId, version: '1', programme: 'Fika', place: '' }).intent).toBe('save')
})
