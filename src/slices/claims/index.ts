import { claimsPages } from './claims.routes.tsx'
import { payrollPages } from './payroll.routes.tsx'

export { approveClaims, checkClaims, confirmClaim, followVisit, judgeClaims, waiveClaim } from './claims.commands.ts'
export { claimsFacts } from './claims.facts.ts'
export { claimsHandlers } from './claims.handlers.ts'
export { awaitedFor, type ClaimState, claimStates, isFrozen, needsConfirmation } from './claims.rules.ts'
export {
  type ClaimFilter,
  type ClaimRow,
  countClaims,
  getClaim,
  latestDecisions,
  listClaims,
  listDecisions,
} from './claims.store.ts'
export { claimsTexts } from './claims.texts.ts'
export { makeBatch, savePayType } from './payroll.commands.ts'
export { listApproved, listBatches } from './payroll.store.ts'

/** Every page about fees, and what is handed to payroll. */
export const claimsRoutes = [...claimsPages, ...payrollPages]
