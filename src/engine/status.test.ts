import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../kernel/date.ts'
import { bookable } from './booking.ts'
import type { Guideline } from './guideline.ts'
import { adopt } from './interpretations.ts'
import { placed } from './load.ts'
import { statusOn, versionProblems } from './status.ts'
import { aGuideline, type WrittenRule } from './testing/guidelines.ts'

const version = (id: string, from: string, rules: readonly WrittenRule[], more: Record<string, unknown> = {}) =>
  aGuideline(id, { committee: 'Provnämnden' }, rules, { validity: { from }, ...more })
const length = (mostMinutes: number): WrittenRule => ({ id: 'R', kind: 'visits.length', values: { mostMinutes } })

describe('where a version stands', () => {
  const old = version('old', '2024-01-01', [length(180)])
  const next = version('new', '2026-07-01', [length(120)])
  const proposal = version('draft', '2027-01-01', [length(60)], { status: 'proposal' })
  const stands = (guideline: Guideline, day: string, all: readonly Guideline[] = [old, next, proposal]) =>
    statusOn(guideline, all, dayFromIso(day))

  it('SRC-06 a proposal is one whatever its day, opens no booking, and is coming once it is adopted', () => {
    expect(stands(proposal, '2027-06-01')).toEqual({ is: 'proposal' })
    expect(bookable([proposal], dayFromIso('2027-06-01'))).toMatchObject({ code: 'engine.booking.only-proposal' })
    const adopted = adopt(proposal, { on: dayFromIso('2026-11-01'), from: dayFromIso('2027-01-01') })
    expect(stands(adopted, '2026-12-31', [old, next, adopted])).toEqual({
      is: 'coming',
      from: dayFromIso('2027-01-01'),
    })
    expect(stands(adopted, '2027-01-01', [old, next, adopted])).toEqual({ is: 'adopted' })
  })

  it('SRC-06 a version holds until the next begins, and is then replaced by it', () => {
    expect(stands(old, '2026-06-30')).toEqual({ is: 'adopted' })
    expect(stands(old, '2026-07-01')).toEqual({
      is: 'replaced',
      by: 'new',
      title: 'Titeln på new',
      from: dayFromIso('2026-07-01'),
    })
    expect(stands(next, '2026-06-30')).toEqual({ is: 'coming', from: dayFromIso('2026-07-01') })
  })

  it('SRC-06 a version that has ended with nothing after it is expired, and one of another issuer replaces nothing', () => {
    const ended = version('ended', '2024-01-01', [length(180)], {
      validity: { from: '2024-01-01', until: '2025-01-01' },
    })
    const council = aGuideline('policy', { council: 'Fullmäktige', binds: 'all' }, [length(60)])
    expect(stands(ended, '2024-12-31', [ended, council])).toEqual({ is: 'adopted' })
    expect(stands(ended, '2025-01-01', [ended, council])).toEqual({ is: 'expired', on: dayFromIso('2025-01-01') })
  })

  it('SRC-06 what a trial has replaced holds again when the trial is over', () => {
    const trial = version('trial', '2026-01-01', [length(60)], {
      validity: { from: '2026-01-01', until: '2026-07-01', trial: {} },
    })
    expect(stands(old, '2026-03-01', [old, trial])).toMatchObject({ is: 'replaced', by: 'trial' })
    expect(stands(old, '2026-07-01', [old, trial])).toEqual({ is: 'adopted' })
    expect(stands(trial, '2026-07-01', [old, trial])).toEqual({ is: 'expired', on: dayFromIso('2026-07-01') })
  })
})

describe('versions that overlap', () => {
  const old = version('old', '2024-01-01', [length(180)])
  const problems = (...guidelines: readonly Guideline[]) =>
    versionProblems(guidelines).map((it) => `${it.guideline} ${it.path.join('.')}: ${it.message}; ${it.mend}`)

  it('SRC-06 two that begin on the same day are refused, and say which', () => {
    expect(problems(old, version('twin', '2024-01-01', [length(60)]))).toEqual([
      'twin validity.from: old by Provnämnden begins on 2024-01-01 too, and on a day one version holds; let this one begin on another day, or take one of the two away',
    ])
  })

  it('SRC-06 one that is said to hold after the next has begun is refused, and one without an end or with the right one is not', () => {
    const until = (day: string) =>
      version('old', '2024-01-01', [length(180)], { validity: { from: '2024-01-01', until: day } })
    const next = version('new', '2026-07-01', [length(120)])
    expect(problems(next, until('2026-07-02'))).toEqual([
      'old validity.until: old by Provnämnden is said to hold until 2026-07-02, but new begins on 2026-07-01; write until: 2026-07-01 in old, or take "until" away there: a version ends where the next begins',
    ])
    expect(problems(next, until('2026-07-01'))).toEqual([])
    expect(problems(next, old)).toEqual([])
  })

  it('SRC-06 each is told at its line, in Swedish where that is read', () => {
    const text = 'format: x\nid: old\nvalidity:\n  from: 2024-01-01\n  until: 2026-07-02\n'
    const until = { from: '2024-01-01', until: '2026-07-02' }
    const found = versionProblems([
      version('old', '2024-01-01', [length(180)], { validity: until }),
      version('new', '2026-07-01', [length(120)]),
      version('twin', '2026-07-01', [length(120)]),
    ])
    const [overlap, twins] = placed(text, 'old.yaml', found, 'sv')
    expect(overlap).toMatchObject({
      line: 5,
      message: 'old av Provnämnden sägs gälla till 2026-07-02, men new börjar gälla 2026-07-01',
      mend: 'skriv until: 2026-07-01 i old, eller ta bort "until" där: en version slutar där nästa börjar',
    })
    expect(twins).toMatchObject({
      line: 4,
      message: 'också new av Provnämnden börjar gälla 2026-07-01, och en dag gäller en version',
      mend: 'låt den här börja en annan dag, eller ta bort en av de två',
    })
  })

  it('SRC-06 neither a proposal nor a version by somebody else overlaps', () => {
    expect(problems(old, version('draft', '2024-01-01', [length(60)], { status: 'proposal' }))).toEqual([])
    expect(problems(old, aGuideline('policy', { council: 'Fullmäktige', binds: 'all' }, [length(60)]))).toEqual([])
  })
})
