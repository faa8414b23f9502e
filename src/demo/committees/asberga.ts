import type { Day } from '../../kernel/date.ts'
import { betweenVisitsTasks } from '../between-visits.ts'
import type { Task } from '../calendar.ts'
import type { DemoCommittee } from '../committee.ts'
import { appointTo } from '../founding.ts'
import { meetingTasks } from '../meeting-life.ts'
import { payingTasks } from '../paying.ts'
import { ago, ahead, eachYear } from '../slots.ts'
import type { Town } from '../town.ts'
import { type VisitStory, visitTasks } from '../visit-life.ts'
import { fromMeals, fromWorkshop } from './asberga.writing.ts'

const secretary = 'Monica Ahl'

const oak = { unit: 'Gruppbostaden Eken', manager: 'Patrik Lund', contact: 'Solveig Ekdahl' } as const
const workshop = { unit: 'Daglig verksamhet Verkstan', manager: 'Nadja Petrovic', contact: 'Hassan Karimi' } as const
const centre = { unit: 'Hemtjänst Centrum', manager: 'Therese Bodin', contact: 'Inger Malm' } as const
const sunny = { unit: 'Äldreboendet Solhöjden', manager: 'Magnus Rask', contact: 'Per-Olof Stark' } as const
const lark = { unit: 'LSS-boendet Lärkan', manager: 'Susanne Hjort', contact: 'Linnea Berg' } as const
const support = { unit: 'Boendestöd Åsberga', manager: 'Adam Nykvist', contact: 'Roland Frid' } as const
const all = [oak, workshop, centre, sunny, lark, support]
type Visited = (typeof all)[number]

/** The manager calls the unit's contact politician; reports may be oral, and placements are paid by the half or full day. */
export const asberga: DemoCommittee = {
  municipality: { slug: 'asberga', name: 'Åsberga kommun' },
  committee: { slug: 'socialnamnden', name: 'Socialnämnden' },
  about: 'Enhetschefen kallar enhetens kontaktpolitiker. Rapporten kan vara muntlig, och praktik är möjlig.',
  guideline: 'socialnamnden-kontaktpolitiker-snb',
  interpretations: 'socialnamnden-kontaktpolitiker-snb',
  feeRules: 'demo-half-full-day',
  meetsOn: 2,
  units: [
    {
      name: oak.unit,
      kind: 'gruppbostad',
      location: 'Ekvägen 6',
      manager: oak.manager,
      missionDescription: 'Gruppbostad för vuxna med eget boende och gemensamma ytor.',
    },
    {
      name: workshop.unit,
      kind: 'daglig verksamhet',
      location: 'Verkstadsgatan 9',
      manager: workshop.manager,
      missionDescription: 'Arbete med trä, textil och återbruk.',
    },
    {
      name: centre.unit,
      kind: 'hemtjänst',
      location: 'Köpmangatan 14',
      manager: centre.manager,
      missionDescription: 'Stöd i hemmet i centralorten.',
    },
    {
      name: sunny.unit,
      kind: 'äldreboende',
      location: 'Solhöjdsvägen 1',
      relativesCouncil: true,
      manager: sunny.manager,
      missionDescription: 'Boende för äldre med fyra avdelningar.',
    },
    {
      name: lark.unit,
      kind: 'LSS-boende',
      location: 'Lärkstigen 5',
      manager: lark.manager,
      missionDescription: 'Boende för unga vuxna.',
    },
    {
      name: support.unit,
      kind: 'boendestöd',
      location: 'Järnvägsgatan 3',
      manager: support.manager,
      missionDescription: 'Stöd i vardagen till den som bor själv.',
    },
  ],
  politicians: [
    { name: 'Solveig Ekdahl', bloc: 'majority', party: 'Åsbergapartiet', chairTitle: 'ordförande' },
    { name: 'Hassan Karimi', bloc: 'majority', party: 'Ny väg', chairTitle: 'förste vice ordförande' },
    { name: 'Inger Malm', bloc: 'majority', party: 'Åsbergapartiet' },
    { name: 'Per-Olof Stark', bloc: 'opposition', party: 'Samling för bygden' },
    { name: 'Linnea Berg', bloc: 'opposition', party: 'Gröna åsen', seat: 'substitute' },
    { name: 'Roland Frid', bloc: 'opposition', party: 'Samling för bygden' },
    { name: 'Carin Ottosson', bloc: 'unaligned', party: 'Utan parti' },
  ],
  officers: {
    secretary,
    'fee-officer': 'Stefan Moberg',
    'quality-officer': 'Petra Zander',
    administrator: 'Oliver Krantz',
    auditor: 'Margareta Hed',
  },
  payTypes: [{ feeKind: 'errand', payType: '4120', label: 'Förrättningsarvode kontaktpolitiker', costCentre: '5400' }],
  appoint: async (town) => {
    for (const { unit, contact } of all) await appointTo(town, secretary, { unit }, [contact])
  },
  happenings: (town) => [
    ...[...regular(town), ...lately(town)].flatMap((story) => visitTasks(town, story)),
    ...meetingTasks(town, { secretary, meetsOn: 2 }),
    ...between(town),
    ...payingTasks(town, { feeOfficer: 'Stefan Moberg', chairs: ['Solveig Ekdahl', 'Hassan Karimi'] }),
  ],
}

function between(town: Town): readonly Task[] {
  return betweenVisitsTasks(town, {
    secretary,
    referrals: [
      ['Färdtjänst och riksfärdtjänst', 'kommunens kontaktcenter', '0123-45 60 00'],
      ['Klagomål och synpunkter', 'kvalitetsutvecklaren', 'synpunkter@asberga.example'],
    ],
    news: {
      text: 'Nämnden förbereder ett förslag om nya öppettider på träffpunkterna. Fråga gärna vad besökarna tycker.',
      from: ago(town, 34),
      to: ahead(town, 40),
    },
    contacts: [
      {
        ...{ day: ago(town, 16), with: sunny.contact, unit: sunny.unit, kind: 'relative' },
        ...{ subject: 'Flera anhöriga tycker att maten är kall på kvällen', referredTo: 'socialchefen' },
      },
      {
        ...{ day: ago(town, 9), with: sunny.contact, unit: sunny.unit, kind: 'organisation' },
        ...{ subject: 'Pensionärsföreningen vill ordna sångstunder', referredTo: 'verksamheten själv' },
      },
      {
        ...{ day: ago(town, 23), with: oak.contact, unit: oak.unit, kind: 'user' },
        ...{ subject: 'Önskar fler utflykter på helgerna', referredTo: 'verksamheten själv' },
      },
    ],
  })
}

function called({ unit, manager, contact }: Visited, day: Day): VisitStory {
  return {
    ...{
      unit,
      manager,
      day,
      hours: ['09:00', '15:00'],
      bookedBy: manager,
      place: 'Personalingången',
      accepted: [contact],
    },
    programme: 'Förmiddag med brukarna, gemensam lunch och en stund för frågor om nämndens arbete.',
    came: [contact],
  }
}

function orally(visited: Visited, day: Day, line: string): VisitStory {
  return { ...called(visited, day), report: { by: visited.contact, after: 4, orally: line } }
}

function regular(town: Town): readonly VisitStory[] {
  return [
    ...eachYear(town, 3, 4).map((day) =>
      orally(oak, day, 'Brukarna vill ha fler utflykter. Chefen tar med frågan i sin planering.'),
    ),
    ...eachYear(town, 3, 25).map(
      (day): VisitStory => ({
        ...called(workshop, day),
        report: { by: workshop.contact, after: 8, written: fromWorkshop, readBy: ['Inger Malm', 'Roland Frid'] },
      }),
    ),
    ...eachYear(town, 4, 22).map((day) =>
      orally(centre, day, 'Brukarna är nöjda med bemötandet och frågar hur de kan nå nämnden.'),
    ),
    ...eachYear(town, 5, 20).map(
      (day): VisitStory => ({
        ...called(sunny, day),
        report: { by: sunny.contact, after: 9, written: fromMeals, readBy: ['Solveig Ekdahl'] },
      }),
    ),
    ...eachYear(town, 10, 14).map((day) =>
      orally(lark, day, 'De boende har startat en egen spelkväll och bjuder gärna in fler.'),
    ),
    // A second visit to the unit in the year: the manager may call, and it is not paid.
    ...eachYear(town, 9, 2).map((day) =>
      orally(workshop, day, 'Verkstan visade sina nya produkter. Kön till platserna är kort.'),
    ),
    ...eachYear(town, 9, 16).map(
      (day): VisitStory => ({
        ...{
          unit: oak.unit,
          manager: oak.manager,
          day,
          hours: ['08:00', '16:00'],
          form: 'placement',
          bookedBy: oak.manager,
        },
        ...{
          programme: 'Praktik en hel dag: frukost, promenad och husmöte.',
          accepted: [oak.contact],
          came: [oak.contact],
        },
      }),
    ),
  ]
}

function lately(town: Town): readonly VisitStory[] {
  return [
    {
      ...called(lark, ago(town, 50)),
      report: { by: lark.contact, after: 6, written: fromMeals, readBy: ['Inger Malm'] },
    },
    {
      ...{
        unit: centre.unit,
        manager: centre.manager,
        day: ago(town, 42),
        hours: ['12:30', '16:00'],
        form: 'placement',
        bookedBy: centre.manager,
      },
      ...{
        programme: 'Praktik en eftermiddag: med på två hembesök hos brukare som har sagt ja.',
        accepted: [centre.contact],
        came: [centre.contact],
      },
    },
    {
      ...{
        unit: sunny.unit,
        manager: sunny.manager,
        day: ago(town, 27),
        hours: ['18:00', '19:30'],
        form: 'users-meeting',
        bookedBy: sunny.manager,
      },
      ...{
        programme: 'Höstens möte med de boende och deras anhöriga.',
        accepted: [sunny.contact],
        came: [sunny.contact],
      },
    },
    {
      ...called(oak, ago(town, 19)),
      report: { by: oak.contact, after: 3, orally: 'Husmötet har kommit i gång igen och brukarna driver det själva.' },
    },
    called(sunny, ago(town, 11)),
    {
      ...{
        unit: lark.unit,
        manager: lark.manager,
        day: ago(town, 6),
        hours: ['09:00', '12:00'],
        bookedBy: lark.manager,
      },
      declined: [lark.contact],
      programme: 'Besök på boendet.',
      ends: {
        how: 'missed',
        by: lark.manager,
        onDay: ago(town, 5),
        reason: 'Kontaktpolitikern fick förhinder och ingen annan kunde komma.',
      },
    },
    { ...called(centre, ahead(town, 12)), came: [] },
    {
      unit: workshop.unit,
      manager: workshop.manager,
      day: ahead(town, 21),
      hours: ['09:00', '15:00'],
      bookedBy: workshop.manager,
      lead: 24,
    },
    {
      ...{
        unit: lark.unit,
        manager: lark.manager,
        day: ahead(town, 33),
        hours: ['09:00', '12:00'],
        bookedBy: lark.manager,
        lead: 47,
        accepted: [lark.contact],
      },
      ends: {
        how: 'cancelled',
        by: lark.manager,
        onDay: ago(town, 3),
        reason: 'Boendet har magsjuka. Vi kallar till en ny dag.',
      },
    },
  ]
}
