import { defineTexts } from '../../kernel/language.ts'

/** The words of the certificate that an elected representative shows an employer. */
export const certificateTexts = defineTexts(
  {
    kind: 'Intyg',
    title: 'Intyg om förtroendeuppdrag',
    page: 'Sida',
    of: 'av',
    statement: (name: string, committee: string, municipality: string) =>
      `${name} är förtroendevald i ${committee}, ${municipality}, och har fullgjort ett uppdrag som förtroendevald enligt uppgifterna nedan.`,
    name: 'Namn',
    municipality: 'Kommun',
    committee: 'Nämnd',
    day: 'Dag',
    time: 'Tid',
    range: (start: string, end: string) => `${start}–${end}`,
    issued: 'Utfärdat',
    contact: 'Frågor om intyget',
    travel: 'Tiden avser uppdraget. Restid är inte medräknad.',
    law: 'En förtroendevald som är anställd har rätt till den ledighet från anställningen som behövs för uppdraget, enligt 4 kap. 11 § kommunallagen (2017:725).',
    noted: 'Uppgifterna är hämtade ur nämndens anteckning om närvaro.',
  },
  {
    kind: 'Certificate',
    title: 'Certificate of an assignment as elected representative',
    page: 'Page',
    of: 'of',
    statement: (name, committee, municipality) =>
      `${name} is an elected representative in ${committee}, ${municipality}, and has carried out an assignment as elected representative as stated below.`,
    name: 'Name',
    municipality: 'Municipality',
    committee: 'Committee',
    day: 'Day',
    time: 'Time',
    range: (start, end) => `${start}–${end}`,
    issued: 'Issued',
    contact: 'Questions about it',
    travel: 'The time is that of the assignment. Travel is not included.',
    law: 'An elected representative who is employed has a right to the leave from work that the assignment needs, by the Swedish Local Government Act (kommunallagen 2017:725), chapter 4, section 11.',
    noted: "The facts are taken from the committee's record of attendance.",
  },
)
