import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { evaluate } from '../evaluate.ts'
import { explain, termsOf } from '../explain.ts'
import { loadFeeRules, loadProgramme } from '../load.ts'
import { allFeeRules, guidelineNamed, interpretationsNamed, loaded, textOf } from '../testing/cast.ts'
import { duties, lines } from '../testing/claim-cast.ts'

const guideline = guidelineNamed('valfard-och-servicenamnden-2024')
const rules = loaded(loadFeeRules(textOf('fee-rules/demo-costs.yaml'), 'demo-costs.yaml'))
const programme = loaded(loadProgramme(textOf('examples/costs-and-lost-earnings.yaml'), 'costs-and-lost-earnings.yaml'))
const feeRules = [...allFeeRules, rules]
const evaluation = evaluate({
  guidelines: [guideline],
  interpretations: [interpretationsNamed(guideline.id, guideline)],
  feeRules,
  programme,
  today: dayFromIso('2026-07-15'),
})

describe('the example of costs and lost earnings', () => {
  it('gives each line by hand: Nils and Vera twice on 17 March, Olof and Petra on 25 March', () => {
    expect(lines(evaluation)).toEqual([
      'b1 lost-earnings payable 120000',
      'b1 public-transport not-payable 0',
      'b1 lost-earnings payable 105000',
      'b1 lost-pension payable 4725',
      'b1 lost-holiday payable 12600',
      'b1 mileage payable 6000',
      'b1 child-minding payable 24000',
      'b2 lost-earnings waiting 30000',
      'b2 lost-earnings payable 45000',
      'b2 mileage not-payable 0',
      'b2 child-minding payable 24000',
      'b2 parking waiting 10000',
      'b3 lost-earnings not-payable 0',
      'b3 mileage not-payable 0',
      'b3 child-minding not-payable 0',
      'b3 parking payable 4000',
      'b3 lost-earnings not-payable 0',
      'b3 meal cannot-tell 0',
    ])
  })

  it('finds who approved wrongly, what is missing, what is late and who acknowledged late', () => {
    const open = (kind: string) => duties(evaluation, kind).filter((it) => !it.startsWith('satisfied'))
    expect(open('fee-rules.approval')).toEqual([
      'due to-approve',
      'due to-approve',
      'breached wrong-approver',
      'breached wrong-approver',
      'due to-approve',
    ])
    expect(open('fee-rules.claims')).toEqual(['due fields-missing'])
    expect(open('fee-rules.deadline')).toEqual(['breached late-noted', 'breached late-refused', 'breached late-noted'])
    expect(open('fee-rules.acknowledgement')).toEqual(['breached late'])
  })

  it('names the kinds of cost as the fee rules do', () => {
    const meal = evaluation.feeLines.find((it) => it.feeKind === 'meal')
    const [reason] = meal?.reasons.filter((it) => it.code === 'not-in-rules') ?? []
    expect(reason && explain(reason, 'sv', undefined, termsOf([guideline], feeRules))).toBe(
      'Inga arvodesregler som gällde den dagen säger något om meal.',
    )
    expect(termsOf([guideline], feeRules).find((it) => it.id === 'digital-meeting')?.sv).toBe('Digitalt möte')
  })
})
