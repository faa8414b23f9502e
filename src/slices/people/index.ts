export { lendRole, takeBackRole } from './lent-roles.store.ts'
export { chooseLanguage, registerPersons } from './people.commands.ts'
export { registerFor } from './on-behalf.commands.ts'
export { peopleDaily } from './digest.handlers.ts'
export { mailChoiceRoutes } from './mail-choice.routes.tsx'
export { listChoices } from './mail-choice.store.ts'
export { type MailChoice, usualMailChoice } from './mail-choice.rules.ts'
export { calledOnField } from './on-behalf.forms.ts'
export { peopleHandlers } from './on-behalf.handlers.ts'
export { getRegisteredFor, listRegisteredFor, type RegisteredRow, saveSaid } from './on-behalf.store.ts'
export { onBehalfTexts } from './on-behalf.texts.ts'
export {
  acknowledgeFeeRules,
  endFeeTerm,
  registerDeath,
  saveFeeGroup,
  saveFixedFee,
  takeBackDeath,
} from './fee-terms.commands.ts'
export {
  type FeeGroupRow,
  type FixedFeeRow,
  listAcknowledged,
  listCommitteeNames,
  listFeeGroups,
  listFixedFees,
} from './fee-terms.store.ts'
export { peopleFacts } from './people.facts.ts'
export {
  findByEmail,
  findPerson,
  getPerson,
  type Holder,
  listHolders,
  listPersons,
  listRepresentatives,
  namesOf,
  type PersonRow,
  type Representative,
} from './people.store.ts'
export { peopleTexts } from './people.texts.ts'
export { registerPersonalNumber, removePersonalNumber } from './personal-numbers.commands.ts'
export { personalNumberNeeds } from './personal-numbers.rules.ts'
export { findMaskedNumber, type MaskedNumber, payrollNumbers } from './personal-numbers.store.ts'
export { liftProtection, protectIdentity, seeProtectedIdentity } from './protection.commands.ts'
export { listProtectedIds } from './protection.store.ts'
export { editPerson, endRole, giveRole, registerPerson } from './register.commands.ts'
export {
  changePerson,
  getHolding,
  isBeyondReach,
  listHoldings,
  listOwnHoldings,
  lockAdministrators,
  lockPerson,
} from './register.store.ts'
export { somebodyAdministers } from './roles.rules.ts'
