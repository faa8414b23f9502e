import { civilFromDay, dayOf } from '../../kernel/date.ts'
import { appointTo } from '../founding.ts'
import type { DemoCommittee } from '../committee.ts'
import { meetingTasks } from '../meeting-life.ts'
import { payingTasks } from '../paying.ts'
import { ago, ahead, eachYear } from '../slots.ts'
import type { Town } from '../town.ts'
import { type VisitStory, visitTasks } from '../visit-life.ts'
import { careHome, eveningVisit, family, homeCare } from './hedemora.writing.ts'

const secretary = 'Lena Granqvist'
const allMet = { users: true, manager: true, staff: true } as const

const glade = {
  unit: 'Skogsgläntans särskilda boende',
  manager: 'Helena Strand',
  pair: ['Karin Sandell', 'Birgitta Falk'],
} as const
const north = { unit: 'Hemtjänst Norr', manager: 'Mikael Öberg', pair: ['Erik Norling', 'Johan Wikström'] } as const
const south = { unit: 'Hemtjänst Söder', manager: 'Sofia Nyman', pair: ['Amina Yusuf', 'Maja Lindroos'] } as const
const families = {
  unit: 'Avdelningen för barn och familj',
  manager: 'Tomas Ekblad',
  pair: ['Lars Hedlund', 'Sten Åkerblom'],
} as const
const hill = {
  unit: 'Bergslidens särskilda boende',
  manager: 'Yasmin Karimi',
  pair: ['Amina Yusuf', 'Birgitta Falk'],
} as const
const all = [glade, north, south, families, hill]
type Visited = (typeof all)[number]

/** Pairs of majority and opposition on five units; the politicians book, and report and form are needed for the fee. */
export const hedemora: DemoCommittee = {
  municipality: { slug: 'hedemora', name: 'Hedemora kommun' },
  committee: { slug: 'omsorgsnamnden', name: 'Omsorgsnämnden' },
  about: 'Två kontaktpolitiker per enhet, en från majoriteten och en från oppositionen. Politikern bokar besöket.',
  guideline: 'hedemora-omsorgsnamnden-2026',
  interpretations: 'hedemora-omsorgsnamnden-2026',
  feeRules: 'upplands-bro-2019',
  notBefore: dayOf(2026, 3, 25),
  meetsOn: 3,
  units: [
    {
      name: glade.unit,
      kind: 'särskilt boende',
      location: 'Skogsvägen 4',
      manager: glade.manager,
      missionDescription: 'Boende för äldre med behov av stöd dygnet runt.',
    },
    {
      name: north.unit,
      kind: 'hemtjänstområde',
      location: 'Norra torget 2',
      manager: north.manager,
      missionDescription: 'Stöd i det egna hemmet i kommunens norra del.',
    },
    {
      name: south.unit,
      kind: 'hemtjänstområde',
      location: 'Bruksgatan 11',
      manager: south.manager,
      missionDescription: 'Stöd i det egna hemmet i kommunens södra del.',
    },
    {
      name: families.unit,
      kind: 'avdelning inom individ- och familjeomsorgen',
      location: 'Stationsgatan 7',
      manager: families.manager,
      missionDescription: 'Råd och stöd till barn, unga och deras familjer.',
    },
    {
      name: hill.unit,
      kind: 'särskilt boende',
      location: 'Bergsstigen 1',
      manager: hill.manager,
      missionDescription: 'Boende för äldre, med en avdelning för korttidsvistelse.',
    },
  ],
  politicians: [
    { name: 'Karin Sandell', bloc: 'majority', party: 'Bygdesamlingen', chairTitle: 'ordförande' },
    { name: 'Erik Norling', bloc: 'majority', party: 'Framtidslistan', chairTitle: 'förste vice ordförande' },
    { name: 'Amina Yusuf', bloc: 'majority', party: 'Bygdesamlingen' },
    { name: 'Lars Hedlund', bloc: 'majority', party: 'Framtidslistan' },
    { name: 'Birgitta Falk', bloc: 'opposition', party: 'Kommunens väl' },
    { name: 'Johan Wikström', bloc: 'opposition', party: 'Kommunens väl' },
    { name: 'Maja Lindroos', bloc: 'opposition', party: 'Byalistan' },
    { name: 'Sten Åkerblom', bloc: 'opposition', party: 'Byalistan', seat: 'substitute' },
  ],
  officers: {
    secretary,
    'fee-officer': 'Peter Holmberg',
    'quality-officer': 'Ingrid Svahn',
    administrator: 'Niklas Thor',
    auditor: 'Rolf Dahlman',
  },
  payTypes: [{ feeKind: 'meeting', payType: '4105', label: 'Sammanträdesarvode verksamhetsbesök', costCentre: '7100' }],
  appoint: async (town) => {
    for (const { unit, pair } of all) await appointTo(town, secretary, { unit }, pair)
  },
  happenings: (town) => [
    ...[...regular(town), ...lately(town)].flatMap((story) => visitTasks(town, story)),
    ...meetingTasks(town, { secretary, meetsOn: 3 }),
    ...payingTasks(town, { feeOfficer: 'Peter Holmberg', chairs: ['Karin Sandell', 'Erik Norling'] }),
  ],
}

/** Where everything goes as the guideline wants it, in every spring and autumn that there is. */
function regular(town: Town): readonly VisitStory[] {
  const thisYear = civilFromDay(town.today).year
  const earlierYears = (month: number, day: number) =>
    eachYear(town, month, day).filter((it) => civilFromDay(it).year < thisYear)
  return [
    ...earlierYears(4, 14).map((day) => whole(glade, { day, written: careHome })),
    ...eachYear(town, 5, 6).map((day) => whole(north, { day, written: homeCare })),
    // This year the visit to the south was missed: it is due.
    ...earlierYears(5, 27).map((day) => whole(south, { day, written: homeCare })),
    ...eachYear(town, 6, 9).map((day) => ({
      ...whole(hill, { day, written: careHome }),
      hours: ['13:00', '16:40'] as const,
    })),
  ]
}

function whole(
  { unit, manager, pair }: Visited,
  {
    day,
    written,
  }: Pick<VisitStory, 'day'> & Pick<NonNullable<Extract<VisitStory['report'], { written: unknown }>>, 'written'>,
): VisitStory {
  const [first, second] = pair
  return {
    ...{ unit, manager, day, hours: ['13:00', '15:20'], bookedBy: first, place: 'Samlingsrummet' },
    programme: 'Vi börjar med kaffe och presentation, går en rundvandring och avslutar med samtal i mindre grupper.',
    accepted: [second],
    came: [first, second],
    met: allMet,
    report: {
      by: first,
      after: 6,
      written,
      signedBy: [second],
      readBy: all
        .flatMap((it) => it.pair)
        .filter((name) => name !== first && name !== second)
        .slice(0, 2),
    },
    confirmed: 9,
  }
}

/** The last two months and what lies ahead: every state, and what goes another way. */
function lately(town: Town): readonly VisitStory[] {
  const onlyOne: VisitStory = {
    ...whole(families, { day: ago(town, 29), written: family }),
    came: ['Lars Hedlund'],
    report: { by: 'Lars Hedlund', after: 8, written: family },
  }
  const planned = { hours: ['13:00', '15:00'], place: 'Entrén' } as const
  return [
    whole(families, { day: ago(town, 52), written: family }),
    {
      ...whole(hill, { day: ago(town, 44), written: eveningVisit }),
      met: {
        users: true,
        manager: true,
        staff: 'Personalen hade en utbildningsdag. Vi kommer tillbaka till dem i vår.',
      },
    },
    whole(glade, { day: ago(town, 36), written: careHome }),
    withoutConfirmation(onlyOne),
    withDraft(whole(north, { day: ago(town, 13), written: homeCare })),
    {
      ...{
        unit: south.unit,
        manager: south.manager,
        day: ago(town, 8),
        ...planned,
        bookedBy: 'Amina Yusuf',
        accepted: ['Maja Lindroos'],
      },
      programme: 'Samtal med personalgruppen och hembesök hos två brukare som gärna tar emot.',
      ends: {
        how: 'missed',
        by: 'Amina Yusuf',
        onDay: ago(town, 7),
        reason: 'Snöoväder; vägen var avstängd och besöket blev inte av.',
      },
    },
    {
      ...{
        unit: glade.unit,
        manager: glade.manager,
        day: ahead(town, 9),
        ...planned,
        bookedBy: 'Birgitta Falk',
        accepted: ['Karin Sandell'],
      },
      programme: 'Vi träffar boenderådet och äter lunch tillsammans med dem som bor i huset.',
    },
    {
      ...{
        unit: families.unit,
        manager: families.manager,
        day: ahead(town, 17),
        ...planned,
        bookedBy: 'Sten Åkerblom',
      },
      programme: 'Rundvandring och samtal om samarbetet med skolan.',
    },
    {
      unit: north.unit,
      manager: north.manager,
      day: ahead(town, 24),
      ...planned,
      bookedBy: 'Johan Wikström',
      lead: 27,
    },
    {
      ...{
        unit: hill.unit,
        manager: hill.manager,
        day: ahead(town, 30),
        ...planned,
        bookedBy: 'Birgitta Falk',
        lead: 42,
      },
      ends: {
        how: 'declined',
        by: hill.manager,
        onDay: ago(town, 3),
        reason: 'Avdelningen renoveras den veckan. Föreslå gärna en dag i månaden därpå.',
      },
    },
    {
      ...{
        unit: glade.unit,
        manager: glade.manager,
        day: ahead(town, 36),
        ...planned,
        bookedBy: 'Karin Sandell',
        lead: 45,
        accepted: ['Birgitta Falk'],
      },
      programme: 'Rundvandring och samtal med boenderådet.',
      ends: {
        how: 'cancelled',
        by: 'Karin Sandell',
        onDay: ago(town, 2),
        reason: 'Krockar med ett extra sammanträde. Vi bokar en ny dag.',
      },
    },
  ]
}

function withoutConfirmation({ confirmed: _confirmed, ...story }: VisitStory): VisitStory {
  return story
}

/** One of the two has begun to write. */
function withDraft({ confirmed: _confirmed, ...story }: VisitStory): VisitStory {
  return { ...story, report: { by: story.bookedBy, after: 4, written: homeCare, unfinished: true } }
}
