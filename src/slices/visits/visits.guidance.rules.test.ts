import { describe, expect, it } from 'vitest'
import { loadGuideline, settingsOn } from '../../engine/index.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { audienceGuidance, bookingGuidance, isReportedByOthers } from './visits.guidance.rules.ts'

/** Returns the settings of a guideline with these rules and words of its own. */
function settingsOf(rules: readonly string[]) {
  const loaded = loadGuideline(
    `format: namndkontakt/guideline@1
id: provad
title: Prövad
issuer: { committee: Nämnden }
status: adopted
validity: { from: 2026-01-01 }
document: { reviewBy: { when: none } }
terms:
  - { id: ombud, sv: ombudet, en: the ombudsman }
  - { id: rond, sv: rond, en: round }
  - { id: godman, sv: gode män, en: guardians }
rules:
${rules.map((rule, index) => `  - { id: X-${index + 1}, force: must, bearer: politician, clause: § ${index + 1}, ${rule} }`).join('\n')}
`,
    'provad.yaml',
  )
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  const settings = settingsOn([loaded.value], [], dayFromIso('2026-05-04'))
  if (settings === undefined) throw new Error('nothing is in force')
  return settings
}

describe('what a guideline says about booking', () => {
  it('VIS-08 names all who initiate, by their words, and whether others may', () => {
    const pair = bookingGuidance(
      settingsOf(['kind: visits.initiator, values: { by: politician, also: [manager, ombud] }']),
    )
    expect(pair.initiator).toEqual({
      by: ['politician', 'manager', 'ombud'],
      others: false,
      said: {
        sv: 'kontaktpolitikern, enhetens chef eller ombudet',
        en: "the contact politician, the unit's manager or the ombudsman",
      },
      clause: '§ 1',
    })
    const open = settingsOf(['kind: visits.initiator, values: { by: manager, others: allowed }'])
    expect(bookingGuidance(open).initiator).toMatchObject({ by: ['manager'], others: true })
  })

  it('VIS-10 lets whoever takes over initiate too', () => {
    const settings = settingsOf([
      'kind: visits.initiator, values: { by: politician, takesOver: { by: manager, on: 09-01 } }',
    ])
    expect(bookingGuidance(settings).initiator).toMatchObject({
      by: ['politician', 'manager'],
      said: { sv: 'kontaktpolitikern' },
    })
  })

  it('VIS-01 offers every form that a rule names, and the ordinary visit where none does', () => {
    expect(bookingGuidance(settingsOf(['kind: report.form, values: { forms: [written], by: each }'])).forms).toEqual([
      'visit',
    ])
    const settings = settingsOf([
      'kind: visits.count, values: { least: 1, per: unit, form: rond }',
      'kind: visits.length, values: { mostMinutes: 60, forms: [visit, rond] }',
    ])
    expect(bookingGuidance(settings).forms).toEqual(['visit', 'rond'])
  })

  it('VIS-17 asks whom a visit reached by the rule for its own form', () => {
    const settings = settingsOf([
      'kind: visits.audiences, values: { audiences: [godman], effort: reach, forms: [rond] }',
      'kind: visits.audiences, values: { audiences: [users], effort: show }',
    ])
    expect(audienceGuidance(settings, 'rond')).toEqual([
      { audience: 'godman', said: { sv: 'gode män', en: 'guardians' }, explained: true, clause: '§ 1' },
    ])
    expect(audienceGuidance(settings, 'visit')).toMatchObject([{ audience: 'users', explained: false }])
    expect(audienceGuidance(undefined, 'visit')).toEqual([])
  })

  it('REP-02 tells where somebody else than the politicians reports', () => {
    const by = (who: string) => settingsOf([`kind: report.form, values: { forms: [written], by: ${who} }`])
    expect(['manager', 'officer', 'jointly', 'each'].map((who) => isReportedByOthers(by(who)))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
