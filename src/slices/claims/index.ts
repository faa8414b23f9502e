import { claimsPages } from './claims.routes.tsx'
import { termsPages } from './claims.terms.routes.tsx'
import { payrollFilePages } from './payroll.files.routes.tsx'
import { payrollFormatPages } from './payroll.layout.routes.tsx'
import { payrollPages } from './payroll.routes.tsx'

export { judgeClaims } from './claims.basis.ts'
export { approveClaims, checkClaims, confirmClaim } from './claims.commands.ts'
export { claimsFacts } from './claims.facts.ts'
export { claimsHandlers } from './claims.handlers.ts'
export { type ClaimState, claimStates } from '../../kernel/claim-steps.ts'
export { type CommitteeCompared, compareEverywhere } from './claims.recompute.basis.ts'
export { needsConfirmation } from './claims.rules.ts'
export {
  type ClaimFilter,
  type ClaimRow,
  listClaims,
  listDecisions,
} from './claims.store.ts'
export { claimsTexts } from './claims.texts.ts'
export { makeBatch, savePayType } from './payroll.commands.ts'

/** Every page about fees, and what is handed to payroll. */
export const claimsRoutes = [...termsPages, ...claimsPages, ...payrollFormatPages, ...payrollFilePages, ...payrollPages]
