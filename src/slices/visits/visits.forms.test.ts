import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookingForm, planForm, reasonForm } from './visits.forms.ts'

const unitId = '0199c0de-0000-7000-8000-000000000001'
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

test('a cancellation needs its reason', () => {
  expect(issuesOf(reasonForm, { visit: visitId, version: '1', reason: '  ' })).toEqual([
    ['reason', 'visits.reason-missing'],
  ])
})

test('a programme is saved unless it is said to be confirmed', () => {
  expect(planForm.parse({ visit: visitId, version: '1', programme: 'Fika', place: '' }).intent).toBe('save')
})
