import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { evaluate } from '../evaluate.ts'
import type { Guideline } from '../guideline.ts'
import { settingsOn } from '../settings.ts'
import { allFeeRules, anAppointment, aPerson, aProgramme, aUnit, aVisit, paid, reasons } from '../testing/cast.ts'
import { holding, reads, together, type Written } from '../testing/appointing.ts'
import { mistakes } from '../testing/mistakes.ts'
import { oneRule, saysOf } from '../testing/one-rule.ts'

const base = {
  persons: [aPerson('ada'), aPerson('bo', 'opposition', 'substitute'), holding('cia', 'chair')],
  units: [aUnit('u'), aUnit('w')],
  appointments: [anAppointment('ada', 'u')],
} satisfies Written

type Visit = ReturnType<typeof aVisit>
const visit = (more: Partial<Visit> = {}, day = '2026-04-10', id = 'v') => aVisit(id, day, 'u', ['ada'], more)

const says = (guideline: Guideline, visits: readonly Visit[], today = '2026-12-01', more: Written = {}) =>
  saysOf(guideline, { ...base, visits: [...visits], ...more }, today)
const said = (...of: Parameters<typeof says>) => says(...of).map((it) => it.said)
const judged = (guideline: Guideline, visits: readonly Visit[], more: Written = {}) =>
  evaluate({
    guidelines: [guideline],
    interpretations: [],
    feeRules: allFeeRules,
    programme: aProgramme({ ...base, visits: [...visits], ...more }),
    today: dayFromIso('2026-12-01'),
  })

describe('extra visits', () => {
  const two = [visit({}, '2026-03-10', 'first'), visit({}, '2026-04-10', 'second')]
  const decided = (on: string, granted = true, about: 'extra-visit' | 'extra-fee' = 'extra-visit') => ({
    decisions: [{ id: 'd', about, person: 'ada', visit: 'second', on, by: 'cia', granted }],
  })

  it('VIS-23 none are made', () => {
    const guideline = oneRule('visits.extra-decision', { beyond: 1, allowed: false })
    expect(says(guideline, two)).toEqual([
      {
        said: 'breached not-allowed second',
        sv: 'Besöket är fler än ett under 2026 för ada, och fler görs inte.',
        en: 'The visit is beyond one in 2026 for ada, and no more are made.',
      },
    ])
    expect(said(guideline, two, '2026-12-01', decided('2026-04-01'))).toEqual(['breached not-allowed second'])
    expect(reads(guideline)[0]).toBe('Fler än ett besök per kalenderår görs inte.')
    expect(settingsOn([guideline], [], dayFromIso('2026-06-01'))?.fee.extraDecision.value).toBe('silent')
  })

  it('VIS-23 somebody decides before the visit', () => {
    const guideline = oneRule('visits.extra-decision', { beyond: 1, decidedBy: 'committee', before: true })
    expect(said(guideline, two)).toEqual(['breached undecided second'])
    expect(said(guideline, two, '2026-12-01', decided('2026-04-10'))).toEqual(['satisfied decided second'])
    expect(said(guideline, two, '2026-12-01', decided('2026-04-11'))).toEqual(['breached late second'])
    expect(said(guideline, two, '2026-12-01', decided('2026-04-01', false))).toEqual(['breached refused second'])
  })

  it('VIS-23 or after it too: a visit made without a decision waits for one', () => {
    const guideline = oneRule('visits.extra-decision', { beyond: 1, decidedBy: 'director', before: false })
    expect(says(guideline, two)).toEqual([
      {
        said: 'needs-decision to-decide-after second',
        sv: 'Besöket är fler än ett under 2026 för ada och behöver beslut av förvaltningschefen, före eller efter besöket.',
        en: 'The visit is beyond one in 2026 for ada and needs a decision by the head of administration, before or after the visit.',
      },
    ])
    expect(said(guideline, two, '2026-12-01', decided('2026-04-11'))).toEqual(['satisfied decided second'])
    expect(mistakes([['visits.extra-decision', { beyond: 1 }]])[0]).toContain('it is not said who decides')
    expect(mistakes([['visits.extra-decision', { beyond: 1, allowed: false, decidedBy: 'chair' }]])[0]).toContain(
      'there is nothing to decide about',
    )
  })

  it('VIS-23 one that was made without a yes waits for somebody to decide about its fee', () => {
    const guideline = together('visits.extra-decision', { beyond: 1, decidedBy: 'chair', before: true }, [
      'fee.kind',
      { fee: 'meeting' },
    ])
    const decision = (about: 'extra-visit' | 'extra-fee', granted: boolean, on: string) => ({
      id: `${about} ${on}`,
      about,
      person: 'ada',
      visit: 'second',
      on,
      by: 'cia',
      granted,
    })
    const no = decision('extra-visit', false, '2026-04-01')
    const fee = (granted: boolean) => decision('extra-fee', granted, '2026-05-01')
    const second = (...decisions: ReturnType<typeof decision>[]) => {
      const { feeLines, findings } = judged(guideline, two, { decisions })
      const about = findings.filter(({ kind }) => kind === 'visits.extra-decision').map(({ code }) => code)
      return [paid({ feeLines, findings })[1], reasons(feeLines[1]).filter((it) => it.startsWith('R ')), about]
    }
    expect(second()).toEqual(['second ada needs-decision 0', ['R undecided'], ['undecided']])
    expect(second(no)).toEqual(['second ada needs-decision 0', ['R refused'], ['refused']])
    expect(second(fee(true))).toEqual(['second ada payable 60650', ['R fee-granted'], ['undecided']])
    expect(second(no, fee(true))).toEqual(['second ada payable 60650', ['R fee-granted'], ['refused']])
    expect(second(no, fee(false))).toEqual(['second ada not-payable 0', ['R fee-refused'], ['refused']])
    const yes = decision('extra-visit', true, '2026-04-01')
    expect(second(yes, fee(false))).toEqual(['second ada payable 60650', ['R decided'], ['decided']])
  })

  it('VIS-24 the decision is only about the fee: the visit is fine, its fee waits', () => {
    const guideline = together('fee.extra-fee-decision', { beyond: 1, decidedBy: 'chair' }, [
      'fee.kind',
      { fee: 'meeting' },
    ])
    const waiting = judged(guideline, two)
    expect(waiting.findings.filter((it) => it.outcome !== 'satisfied')).toEqual([])
    expect(paid(waiting)).toEqual(['first ada payable 60650', 'second ada needs-decision 0'])
    expect(reasons(waiting.feeLines[1])).toContain('R fee-to-decide')
    expect(paid(judged(guideline, two, decided('2026-05-01', true, 'extra-fee')))[1]).toBe('second ada payable 60650')
    expect(paid(judged(guideline, two, decided('2026-05-01', false, 'extra-fee')))[1]).toBe('second ada not-payable 0')
    expect(reads(guideline)).toEqual([
      'Gör någon fler än ett besök under ett kalenderår beslutar ordföranden om arvodet.',
      'When someone makes more than one visit in a calendar year the chair decides about the fee.',
    ])
  })
})
