import { defineTexts } from '../../kernel/language.ts'

/** What persons are called: their roles and blocs. */
export const peopleTexts = defineTexts(
  {
    blocs: { majority: 'majoriteten', opposition: 'oppositionen', unaligned: 'utanför blocken' },
    roles: {
      politician: 'Kontaktpolitiker',
      manager: 'Enhetschef',
      secretary: 'Nämndsekreterare',
      chair: 'Ordförande',
      'vice-chair': 'Vice ordförande',
      approver: 'Attestant på delegation',
      'quality-officer': 'Kvalitetsutvecklare',
      'fee-officer': 'Arvodeshandläggare',
      administrator: 'Systemförvaltare',
      auditor: 'Revisor',
    },
  },
  {
    blocs: { majority: 'the majority', opposition: 'the opposition', unaligned: 'outside the blocs' },
    roles: {
      politician: 'Contact politician',
      manager: 'Unit manager',
      secretary: 'Committee secretary',
      chair: 'Chair',
      'vice-chair': 'Vice chair',
      approver: 'Approver by delegation',
      'quality-officer': 'Quality officer',
      'fee-officer': 'Fee officer',
      administrator: 'Administrator',
      auditor: 'Auditor',
    },
  },
)
