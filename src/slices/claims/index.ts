import { claimsPages } from './claims.routes.tsx'
import { termsPages } from './claims.terms.routes.tsx'
import { payrollFilePages } from './payroll.files.routes.tsx'
import { payrollFormatPages } from './payroll.layout.routes.tsx'
import { receiptPages } from './payroll.receipt.routes.tsx'
import { payrollPages } from './payroll.routes.tsx'

export { changeAdditions } from './claims.additions.commands.ts'
export { judgeClaims } from './claims.basis.ts'
export { setBudget } from './claims.budget.commands.ts'
export { approveClaims, checkClaims, confirmClaim } from './claims-step.commands.ts'
export { listDifferences } from './claims.corrections.basis.ts'
export { decideDifference } from './claims.corrections.commands.ts'
export { seenAmounts } from './claims.corrections.rules.ts'
export { registerDelegation } from './claims.delegations.commands.ts'
export { type ApprovalBasis, approvalBasis } from './claims.approval.basis.ts'
export { mayApprove } from './claims.approval.rules.ts'
export { claimsFacts } from './claims.facts.ts'
export { addCertificate } from './claims.files.commands.ts'
export { claimsHandlers } from './claims.handlers.ts'
export { type ClaimState, claimStates } from '../../kernel/claim-steps.ts'
export { compareEverywhere } from './claims.recompute.basis.ts'
export { enterMeeting } from './claims.other-time.commands.ts'
export { needsConfirmation } from './claims.rules.ts'
export {
  type ClaimFilter,
  type ClaimRow,
  listClaims,
  listDecisions,
} from './claims.store.ts'
export { claimsTexts } from './claims.texts.ts'
export { makeBatch, savePayType } from './payroll.commands.ts'
export { savePayrollLayout } from './payroll.layout.commands.ts'
export { saveReceipt } from './payroll.receipt.commands.ts'
export { getBatch, listBatches } from './payroll.store.ts'

/** Every page about fees, and what is handed to payroll. */
export const claimsRoutes = [
  ...termsPages,
  ...claimsPages,
  ...payrollFormatPages,
  ...payrollFilePages,
  ...receiptPages,
  ...payrollPages,
]
