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
      'quality-officer': 'Kvalitetsutvecklare',
      'fee-officer': 'Arvodeshandläggare',
      administrator: 'Systemförvaltare',
      auditor: 'Revisor',
    },
    saidWrongSubject: 'Något som registrerades åt en person stämmer inte',
    saidWrong: (name: string, what: string) =>
      `Hej!\n\n${name} säger att detta, som registrerades efter ett telefonsamtal, inte stämmer:\n\n${what}.\n\nVad som är fel står i Nämndkontakt under Rättelser.\n\nVänliga hälsningar\nNämndkontakt`,
  },
  {
    blocs: { majority: 'the majority', opposition: 'the opposition', unaligned: 'outside the blocs' },
    roles: {
      politician: 'Contact politician',
      manager: 'Unit manager',
      secretary: 'Committee secretary',
      chair: 'Chair',
      'quality-officer': 'Quality officer',
      'fee-officer': 'Fee officer',
      administrator: 'Administrator',
      auditor: 'Auditor',
    },
    saidWrongSubject: 'Something registered for a person is not right',
    saidWrong: (name, what) =>
      `Hello!\n\n${name} says that this, registered after a phone call, is not right:\n\n${what}.\n\nWhat is wrong stands in Nämndkontakt under Corrections.\n\nKind regards\nNämndkontakt`,
  },
)
