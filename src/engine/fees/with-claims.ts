import type { FeeRules } from '../fee-rules.ts'
import type { FeeLine } from '../finding.ts'
import type { Run } from '../rules/kind.ts'
import { judgeAcknowledgements } from './acknowledgement.ts'
import { judgeClaims } from './claim-duties.ts'
import { claimLines } from './claim-lines.ts'
import { withPayrollMonths } from './payroll.ts'

/**
 * Returns the fee lines with those of lost earnings and costs after them, each payable one with its month of pay. What the fee rules
 * ask of claims and of persons becomes findings of the run.
 */
export function withClaims(run: Run, feeRules: readonly FeeRules[], fees: readonly FeeLine[]): readonly FeeLine[] {
  const input = { facts: run.facts, feeRules, today: run.today }
  const claimed = claimLines(input, fees)
  const lines = withPayrollMonths(input, claimed.length === 0 ? fees : [...fees, ...claimed])
  judgeClaims(run, feeRules, lines)
  judgeAcknowledgements(run, feeRules)
  return lines
}
