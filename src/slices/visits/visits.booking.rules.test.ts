import { describe, expect, test } from 'vitest'
import { minutes } from '../../kernel/clock-time.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { type BookingFacts, checkBooking } from './visits.booking.rules.ts'

const day = dayFromIso('2026-05-12')
const solgarden = {
  id: 'solgarden',
  name: 'Solgården',
  consentOn: null,
  validFrom: dayFromIso('2020-01-01'),
  validUntil: null,
}
const anna = {
  personId: 'anna',
  name: 'Anna',
  isManagerOfAll: false,
  isPolitician: true,
  isContact: true,
  isChair: false,
  isSecretary: false,
  hasOffice: true,
}
const initiatedBy = (by: readonly string[] | undefined, others = false) => ({
  by,
  others,
  said: { sv: 'kontaktpolitikern', en: 'the contact politician' },
  clause: 'stycke 3',
})
const booking: BookingFacts = {
  guidance: {
    initiator: initiatedBy(['politician']),
    byGroup: false,
    forms: ['visit'],
    consent: undefined,
  },
  now: { day: dayFromIso('2026-05-01'), time: minutes(600) },
  day,
  start: minutes(780),
  form: 'visit',
  units: [solgarden],
  groupId: undefined,
  registered: false,
  afterwards: false,
  initiator: anna,
  contactUnitIds: ['solgarden'],
}
const guided = (more: Partial<BookingFacts['guidance']>): BookingFacts => ({
  ...booking,
  guidance: { ...booking.guidance, ...more },
})

describe('whether a visit can be booked', () => {
  test('the contact politician of the unit books it', () => {
    expect(checkBooking(booking)).toEqual({ ok: true, initiatedBy: 'politician' })
  })

  test('SOC-02: a private unit is booked once its manager has agreed, and not before that day', () => {
    const consent = { clause: 'stycke 1' }
    const asked = (consentOn: typeof day | null) =>
      checkBooking({ ...guided({ consent }), units: [{ ...solgarden, consentOn }] })
    expect(asked(null)).toMatchObject({
      ok: false,
      code: 'visits.no-consent',
      facts: { unit: 'Solgården', clause: 'stycke 1' },
    })
    expect(asked(dayFromIso('2026-05-13'))).toMatchObject({ ok: false, code: 'visits.no-consent' })
    expect(asked(dayFromIso('2026-05-12'))).toMatchObject({ ok: true })
  })

  test.each([
    [
      'who begins is left open and not answered',
      guided({ initiator: initiatedBy(undefined) }),
      'visits.initiator-unanswered',
    ],
    ['a form that the guideline does not have', { ...booking, form: 'placement' as const }, 'visits.form-not-offered'],
    ['a committee of groups without a group', guided({ byGroup: true }), 'visits.group-missing'],
    ['a group in a committee without groups', { ...booking, groupId: 'g' }, 'visits.no-groups'],
    ['a time that has been', { ...booking, now: { day, time: minutes(800) } }, 'visits.in-the-past'],
    ['afterwards, but ahead', { ...booking, afterwards: true }, 'visits.not-past'],
    ['more than two years ahead', { ...booking, day: dayFromIso('2028-05-12') }, 'visits.too-far'],
    ['a unit that has closed', { ...booking, units: [{ ...solgarden, validUntil: day }] }, 'visits.unit-closed'],
    [
      'a unit that is not open yet',
      { ...booking, units: [{ ...solgarden, validFrom: dayFromIso('2026-05-13') }] },
      'visits.unit-closed',
    ],
    ['one who has left', { ...booking, initiator: { ...anna, hasOffice: false } }, 'visits.person-left'],
    ['a unit outside the appointment', { ...booking, contactUnitIds: [] }, 'visits.outside-appointment'],
    [
      'one of two units outside the appointment',
      { ...booking, units: [solgarden, { ...solgarden, id: 'bjorken' }] },
      'visits.outside-appointment',
    ],
    [
      'somebody who is no politician',
      { ...booking, contactUnitIds: [], initiator: { ...anna, isPolitician: false } },
      'visits.not-initiator',
    ],
  ] as const)('%s is refused', (_, facts, code) => {
    expect(checkBooking(facts)).toMatchObject({ ok: false, code })
  })

  test('where no rule says who begins, nobody is shut out', () => {
    expect(checkBooking(guided({ initiator: undefined }))).toMatchObject({ ok: true, initiatedBy: 'politician' })
  })

  const manager = { ...anna, personId: 'maria', isPolitician: false, isContact: false, isManagerOfAll: true }

  test('VIS-08: of several who initiate side by side each books as what they are', () => {
    const pair = guided({ initiator: initiatedBy(['politician', 'manager']) })
    expect(checkBooking(pair)).toEqual({ ok: true, initiatedBy: 'politician' })
    expect(checkBooking({ ...pair, contactUnitIds: [], initiator: manager })).toEqual({
      ok: true,
      initiatedBy: 'manager',
    })
  })

  test('VIS-08: where others may take a visit up too, the secretary registers it for them', () => {
    const mayToo = { contactUnitIds: [], initiator: manager }
    expect(checkBooking({ ...booking, ...mayToo })).toMatchObject({ ok: false, code: 'visits.not-initiator' })
    const open = guided({ initiator: initiatedBy(['politician'], true) })
    expect(checkBooking({ ...open, ...mayToo })).toMatchObject({ ok: false, code: 'visits.not-initiator' })
    expect(checkBooking({ ...open, ...mayToo, registered: true })).toEqual({ ok: true, initiatedBy: 'manager' })
    expect(checkBooking({ ...booking, ...mayToo, registered: true })).toMatchObject({ ok: false })
    expect(checkBooking(open)).toEqual({ ok: true, initiatedBy: 'politician' })
  })

  test('a role that the guideline names, and no other, can be registered for', () => {
    const named = guided({ initiator: initiatedBy(['politician', 'ombud']) })
    expect(checkBooking({ ...named, asRole: 'ombud' })).toEqual({ ok: true, initiatedBy: 'ombud' })
    expect(checkBooking({ ...named, asRole: 'vaktmästare' })).toMatchObject({ ok: false, code: 'visits.not-initiator' })
  })

  test('a visit registered afterwards is taken for a day that has been', () => {
    expect(
      checkBooking({ ...booking, afterwards: true, now: { day: dayFromIso('2026-06-01'), time: minutes(600) } }),
    ).toMatchObject({ ok: true })
  })
})
