import { defineTexts } from '../../kernel/language.ts'

/** The sentences about who approves: before, while and after it is done. */
export const approvalTexts = defineTexts(
  {
    by: 'Attesteras av',
    role: (role: string, names: string) => `${role}: ${names}`,
    nobody: (role: string) =>
      `${role}: ingen kan attestera i dag. Nämndsekreteraren eller ordföranden kan registrera en delegation.`,
    delegate: (name: string) => `${name} (på delegation)`,
    signing: 'Vad du skriver under',
    signingText:
      'När du attesterar intygar du att du har läst underlaget och att beloppet ska betalas enligt arvodesreglerna. Ditt namn, tiden, rollen du attesterar i och raderna sparas som de är nu.',
    as: (role: string) => `Du attesterar i rollen ${role}.`,
    asDelegate: (role: string, decision: string) => `Du attesterar i rollen ${role}, på delegation (${decision}).`,
    notYours: 'Det här attesterar någon annan',
    signedAs: (role: string) => `i rollen ${role}`,
    signedByDelegation: (role: string, decision: string) => `i rollen ${role}, på delegation (${decision})`,
    decision: (giver: string, decided: string) => `från ${giver}, beslut ${decided}`,
    committee: 'nämnden',
    othersHeading: 'De här attesterar någon annan',
    othersLead: 'De visas för att du ska veta var de finns. Under varje står vem som kan attestera.',
    returnHeading: 'Lämna tillbaka ett',
    returnLead: 'Välj ett underlag och skriv vad som behöver ändras. Personen läser det.',
    returnChoice: 'Vilket underlag?',
    returnReason: 'Vad behöver ändras?',
    returnSubmit: 'Lämna tillbaka',
  },
  {
    by: 'Approved by',
    role: (role, names) => `${role}: ${names}`,
    nobody: (role) =>
      `${role}: nobody can approve today. The committee secretary or the chair can register a delegation.`,
    delegate: (name) => `${name} (by delegation)`,
    signing: 'What you sign',
    signingText:
      'By approving you certify that you have read the claim and that the amount is to be paid by the fee rules. Your name, the time, the role you approve in and the lines are kept as they are now.',
    as: (role) => `You approve in the role ${role}.`,
    asDelegate: (role, decision) => `You approve in the role ${role}, by delegation (${decision}).`,
    notYours: 'Somebody else approves this',
    signedAs: (role) => `in the role ${role}`,
    signedByDelegation: (role, decision) => `in the role ${role}, by delegation (${decision})`,
    decision: (giver, decided) => `from ${giver}, decided ${decided}`,
    committee: 'the committee',
    othersHeading: 'Somebody else approves these',
    othersLead: 'They are shown so that you know where they are. Under each stands who can approve it.',
    returnHeading: 'Return one',
    returnLead: 'Choose a claim and write what needs changing. The person reads it.',
    returnChoice: 'Which claim?',
    returnReason: 'What needs changing?',
    returnSubmit: 'Return',
  },
)
