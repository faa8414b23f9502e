import { defineTexts } from '../../kernel/language.ts'

/** What the page of pay types says beside each kind. */
export const payTypesTexts = defineTexts(
  {
    project: 'Projekt',
    dimensionHint: 'Högst 10 tecken.',
    isSaved: 'Lönearten är sparad. Den gäller för lönefiler som skapas från och med nu.',
    missing: 'Saknar löneart',
    missingLead: 'De här slagen kan inte lämnas till lön förrän de har en löneart:',
    allNamed: 'Alla slag som reglementet kan betala har en löneart.',
    saved: (kind: string, payType: string) => `${kind}: ${payType}`,
    lacking: (kind: string) => `${kind}: saknar löneart`,
    groups: {
      fee: 'Arvoden',
      'lost-earnings': 'Förlorad arbetsinkomst',
      costs: 'Resor och kostnader',
      other: 'Övriga slag',
    },
    otherLead: 'Slag som har en löneart men inte längre står i reglementet.',
  },
  {
    project: 'Project',
    dimensionHint: 'At most 10 characters.',
    isSaved: 'The pay type is saved. It holds for payroll files made from now on.',
    missing: 'Without a pay type',
    missingLead: 'These kinds cannot go to payroll until they have a pay type:',
    allNamed: 'Every kind that the fee rules can pay has a pay type.',
    saved: (kind, payType) => `${kind}: ${payType}`,
    lacking: (kind) => `${kind}: no pay type`,
    groups: {
      fee: 'Fees',
      'lost-earnings': 'Lost earnings',
      costs: 'Journeys and costs',
      other: 'Other kinds',
    },
    otherLead: 'Kinds that have a pay type but stand in the fee rules no more.',
  },
)
