import { civilFromDay, dayOf, type Day } from '../../kernel/date.ts'
import type { DemoCommittee } from '../committee.ts'
import { feeOfficeTasks } from '../fee-life.ts'
import { appointTo } from '../founding.ts'
import { meetingTasks } from '../meeting-life.ts'
import { payingTasks } from '../paying.ts'
import { ago, ahead, eachYear } from '../slots.ts'
import type { Town } from '../town.ts'
import { type VisitStory, visitTasks } from '../visit-life.ts'
import type { Writing } from '../writing.ts'
import { aboutDays, aboutFamilies, aboutMeals } from './sjovik.writing.ts'

const secretary = 'Gunilla Frisk'

const shore = {
  unit: 'Boendet Strandvillan',
  manager: 'Daniel Hallberg',
  pair: ['Anna-Lisa Berglund', 'Ulla Thorén'],
} as const
const gull = { unit: 'Gruppbostaden Måsen', manager: 'Camilla Ström', pair: ['Ulla Thorén', 'Gustav Rehn'] } as const
const harbour = {
  unit: 'Familjecentrum Hamnen',
  manager: 'Reza Moradi',
  pair: ['Gustav Rehn', 'Pernilla Skog'],
} as const
const west = { unit: 'Hemtjänst Sjövik Väst', manager: 'Åsa Lundin', pair: ['Pernilla Skog', 'Mehmet Aydin'] } as const
const bridge = { unit: 'Öppenvården Bryggan', manager: 'Viktor Sund', pair: ['Mehmet Aydin', 'Oskar Lindh'] } as const
const glimpse = {
  unit: 'Vårdboendet Sjöglimt',
  manager: 'Marie Brandt',
  pair: ['Oskar Lindh', 'Anna-Lisa Berglund'],
} as const
const all = [shore, gull, harbour, west, bridge, glimpse]
type Visited = (typeof all)[number]

const vice = { chairTitle: 'förste vice ordförande', viceTitle: 'förste vice ordförande' } as const

/** Everybody visits two different operations a year; one is private and has agreed, one is private and has not. */
export const sjovik: DemoCommittee = {
  municipality: { slug: 'sjovik', name: 'Sjöviks kommun' },
  committee: { slug: 'socialnamnden', name: 'Socialnämnden' },
  about: 'Varje kontaktpolitiker besöker två olika verksamheter om året, även privata som har sagt ja.',
  guideline: 'socialnamnden-kontaktpolitiker-soc',
  feeRules: 'upplands-bro-2019',
  besideTheFee: 'demo-sjovik',
  meetsOn: 4,
  units: [
    {
      name: shore.unit,
      kind: 'särskilt boende',
      location: 'Strandvägen 12',
      consent: true,
      relativesCouncil: true,
      manager: shore.manager,
      missionDescription:
        'Boende för äldre. Uppdraget är ett tryggt hem där var och en behåller sina vanor så länge det går.',
    },
    {
      name: gull.unit,
      kind: 'gruppbostad',
      location: 'Måsstigen 3',
      consent: true,
      manager: gull.manager,
      missionDescription: 'Gruppbostad enligt LSS för vuxna, med egna lägenheter och gemensamma rum.',
    },
    {
      name: harbour.unit,
      kind: 'familjecentrum',
      location: 'Hamnplan 1',
      consent: true,
      manager: harbour.manager,
      missionDescription: 'Öppen förskola, råd och stöd till föräldrar med barn upp till sex år.',
    },
    {
      name: west.unit,
      kind: 'hemtjänst',
      location: 'Västra vägen 20',
      consent: true,
      manager: west.manager,
      missionDescription: 'Hemtjänst i kommunens västra del, dag och kväll.',
    },
    {
      name: bridge.unit,
      kind: 'öppenvård',
      location: 'Storgatan 5',
      consent: true,
      manager: bridge.manager,
      missionDescription: 'Frivilligt stöd till den som vill förändra sina vanor kring alkohol, spel eller droger.',
    },
    {
      name: glimpse.unit,
      kind: 'särskilt boende',
      operatedBy: 'private',
      location: 'Sjögatan 8',
      consent: true,
      relativesCouncil: true,
      manager: glimpse.manager,
      missionDescription: 'Boende för äldre som drivs på uppdrag av nämnden.',
    },
    {
      name: 'Korttidsboendet Fyren',
      kind: 'korttidsboende',
      operatedBy: 'private',
      location: 'Fyrvägen 2',
      manager: 'Jonas Vall',
      missionDescription:
        'Korttidsboende som drivs på uppdrag av nämnden. Verksamhetschefen har inte tackat ja till besök.',
    },
  ],
  politicians: [
    { name: 'Anna-Lisa Berglund', bloc: 'majority', party: 'Kustsamlingen', chairTitle: 'ordförande' },
    { name: 'Gustav Rehn', bloc: 'majority', party: 'Skärgårdslistan', ...vice },
    { name: 'Mehmet Aydin', bloc: 'majority', party: 'Kustsamlingen' },
    { name: 'Ulla Thorén', bloc: 'opposition', party: 'Sjöviks framtid' },
    { name: 'Pernilla Skog', bloc: 'opposition', party: 'Sjöviks framtid' },
    { name: 'Oskar Lindh', bloc: 'opposition', party: 'Landsbygdens röst', seat: 'substitute' },
  ],
  officers: {
    secretary,
    'fee-officer': 'Kerstin Wallin',
    'quality-officer': 'Ali Rahimi',
    administrator: 'Emma Torp',
    auditor: 'Bengt Sjögren',
  },
  payTypes: [
    { feeKind: 'meeting', payType: '4105', label: 'Arvode kontaktpolitiker', costCentre: '6200' },
    { feeKind: 'digital-meeting', payType: '4106', label: 'Arvode digitalt möte', costCentre: '6200' },
    { feeKind: 'lost-earnings', payType: '4150', label: 'Förlorad arbetsinkomst', costCentre: '6200' },
    { feeKind: 'lost-pension', payType: '4151', label: 'Förlorad pensionsförmån', costCentre: '6200' },
    { feeKind: 'lost-holiday', payType: '4152', label: 'Förlorad semesterförmån', costCentre: '6200' },
    { feeKind: 'mileage', payType: '4210', label: 'Bilersättning', costCentre: '6200' },
    { feeKind: 'child-minding', payType: '4220', label: 'Barntillsyn', costCentre: '6200' },
    { feeKind: 'parking', payType: '4221', label: 'Parkering', costCentre: '6200' },
    { feeKind: 'public-transport', payType: '4222', label: 'Kollektivtrafik', costCentre: '6200' },
  ],
  appoint: async (town) => {
    for (const { unit, pair } of all) await appointTo(town, secretary, { unit }, pair)
  },
  happenings: (town) => [
    ...[...regular(town), ...lately(town)].flatMap((story) => visitTasks(town, story)),
    ...meetingTasks(town, { secretary, meetsOn: 4 }),
    ...payingTasks(town, { feeOfficer: 'Kerstin Wallin', chairs: ['Anna-Lisa Berglund', 'Gustav Rehn'] }),
    ...feeOfficeTasks(town, {
      ...{ secretary, feeOfficer: 'Kerstin Wallin', chair: 'Anna-Lisa Berglund', delegate: 'Mehmet Aydin' },
      ...{ fixedFee: { person: 'Gustav Rehn', percent: '40' }, budget: '60 000', corrected: ago(town, 10) },
    }),
  ],
}

function regular(town: Town): readonly VisitStory[] {
  const thisYear = civilFromDay(town.today).year
  const earlier = (days: readonly Day[]) => days.filter((day) => civilFromDay(day).year < thisYear)
  return [
    ...eachYear(town, 2, 11).map((day) => ({ ...whole(shore, day, aboutMeals), withRelativesCouncil: true as const })),
    ...eachYear(town, 4, 15).map((day) => whole(gull, day, aboutDays)),
    ...eachYear(town, 5, 13).map((day) => whole(harbour, day, aboutFamilies)),
    ...eachYear(town, 9, 9).map((day, index, days) => ({
      ...whole(west, day, aboutDays),
      adds: westernAdditions,
      // The latest has gone to payroll when it turns out that one of them left early.
      ...(index === days.length - 1 ? { corrected: leftEarly(town) } : {}),
      met: {
        operation: true,
        users: true,
        relatives: 'Ingen anhörig hade möjlighet att vara med den här gången.',
      } as const,
    })),
    // The last two pairs of the current year are told one by one.
    ...earlier(eachYear(town, 10, 7)).map((day) => whole(bridge, day, aboutFamilies)),
    ...earlier(eachYear(town, 11, 25)).map((day) => whole(glimpse, day, aboutMeals)),
  ]
}

const westernAdditions: NonNullable<VisitStory['adds']> = {
  'Pernilla Skog': [
    { what: 'cost', kind: 'child-minding', amount: '240', receipt: 'Barntillsyn 240 kronor' },
    { what: 'cost', kind: 'public-transport', amount: '62' },
  ],
  'Mehmet Aydin': [
    { what: 'loss', hours: '3', perHour: '210', certificate: 'Arbetsgivaren: 210 kronor i timmen' },
    { what: 'journey', kilometres: '24', distance: '12' },
  ],
}

function leftEarly(town: Town): NonNullable<VisitStory['corrected']> {
  return {
    on: ago(town, 10),
    came: ['Mehmet Aydin', { name: 'Pernilla Skog', from: '14:00', to: '16:00' }],
    reason: 'Pernilla Skog gick redan klockan 16. Det blev fel när närvaron antecknades.',
  }
}

function whole({ unit, manager, pair }: Visited, day: Day, written: Writing): VisitStory {
  const [first, second] = pair
  return {
    ...{ unit, manager, day, hours: ['14:00', '16:30'], bookedBy: first, place: 'Vid huvudentrén' },
    programme: 'Kort presentation av verksamheten, rundvandring och därefter samtal med dem som vill träffa er.',
    accepted: [second],
    prepared: [first, second],
    came: [first, second],
    met: { operation: true, users: true, relatives: true },
    report: {
      by: second,
      after: 7,
      written,
      readBy: ['Gustav Rehn', 'Ulla Thorén'].filter((name) => name !== first && name !== second).slice(0, 1),
    },
  }
}

/** Late enough in a calendar year for the visit to be the third one: this year's, or last year's December. */
function dayOfThird(town: Town): Day {
  const { year, month } = civilFromDay(town.today)
  return month >= 7 ? ago(town, 20) : dayOf(year - 1, 12, 9)
}

function lately(town: Town): readonly VisitStory[] {
  const planned = { hours: ['14:00', '16:00'], place: 'Vid huvudentrén' } as const
  const { report: _report, ...unreported } = whole(bridge, ago(town, 12), aboutFamilies)
  return [
    whole(bridge, ago(town, 51), aboutFamilies),
    {
      ...whole(glimpse, ago(town, 43), aboutMeals),
      adds: {
        'Anna-Lisa Berglund': [
          { what: 'journey', kilometres: '36', distance: '18' },
          { what: 'cost', kind: 'parking', amount: '45', receipt: 'Parkering 45 kronor' },
        ],
      },
      came: ['Oskar Lindh', { name: 'Anna-Lisa Berglund', from: '14:30', to: '16:30' }],
    },
    {
      ...whole(gull, dayOfThird(town), aboutDays),
      specialReason: 'Gruppbostaden har tagit över en avdelning, och de boende har bett att få visa hur det blev.',
    },
    // The chair has granted one of the two the fee for a third visit; the other's waits.
    {
      ...unreported,
      extra: { by: 'Anna-Lisa Berglund', person: 'Mehmet Aydin', about: 'extra-fee', daysAfterBooking: 6 },
    },
    {
      ...{
        unit: harbour.unit,
        manager: harbour.manager,
        day: ago(town, 6),
        ...planned,
        bookedBy: 'Gustav Rehn',
        declined: ['Pernilla Skog'],
      },
      specialReason: 'Familjecentrum har öppnat en ny mottagning.',
      programme: 'Besök i den nya mottagningen.',
      ends: {
        how: 'missed',
        by: 'Gustav Rehn',
        onDay: ago(town, 5),
        reason: 'Båda var sjuka. Vi bokar en ny dag efter årsskiftet.',
      },
    },
    {
      ...{
        unit: shore.unit,
        manager: shore.manager,
        day: ahead(town, 45),
        ...planned,
        bookedBy: 'Anna-Lisa Berglund',
        lead: 58,
      },
      withRelativesCouncil: true,
      programme: 'Vi är med på anhörigrådets möte och stannar kvar för frågor.',
      accepted: ['Ulla Thorén'],
    },
    {
      ...{ unit: west.unit, manager: west.manager, day: ahead(town, 52), ...planned },
      ...{ bookedBy: 'Mehmet Aydin', lead: 56 },
      otherTimes: [
        { day: ahead(town, 53), hours: ['09:00', '11:00'] },
        { day: ahead(town, 57), hours: ['14:00', '16:00'] },
      ],
      timesAnswered: { [west.manager]: ['if-need-be', 'yes', 'no'] },
    },
    {
      ...{
        unit: harbour.unit,
        manager: harbour.manager,
        day: ahead(town, 59),
        ...planned,
        bookedBy: 'Pernilla Skog',
        lead: 75,
      },
      ends: {
        how: 'declined',
        by: harbour.manager,
        onDay: ago(town, 9),
        reason: 'Vi har redan två studiebesök den veckan. Veckan därpå passar bra.',
      },
    },
    {
      ...{
        unit: glimpse.unit,
        manager: glimpse.manager,
        day: ahead(town, 66),
        ...planned,
        bookedBy: 'Oskar Lindh',
        lead: 80,
      },
      programme: 'Rundvandring och kaffe med anhörigrådet.',
      ends: {
        how: 'cancelled',
        by: 'Oskar Lindh',
        onDay: ago(town, 4),
        reason: 'Jag har fått ett annat uppdrag den dagen. Vi återkommer med ett nytt förslag.',
      },
    },
  ]
}
