import { civilFromDay, type Day, dayOf, isoFromDay } from '../../kernel/date.ts'
import { declareRelation } from '../../slices/appointments/index.ts'
import type { DemoCommittee } from '../committee.ts'
import { appointTo } from '../founding.ts'
import { meetingTasks } from '../meeting-life.ts'
import { payingTasks } from '../paying.ts'
import { ago, ahead, eachYear } from '../slots.ts'
import type { Town } from '../town.ts'
import { type VisitStory, visitTasks } from '../visit-life.ts'
import type { Writing } from '../writing.ts'
import { aboutCulture, aboutKitchen, aboutLearning } from './lindala.writing.ts'

const secretary = 'Birgit Eklund'

const kitchen = { unit: 'Centralköket', manager: 'Fredrik Ask', contacts: ['Margit Hansson'] } as const
const work = { unit: 'Arbetsmarknadsenheten', manager: 'Leyla Demir', contacts: ['Torbjörn Alm'] } as const
const school = { unit: 'Komvux Lindala', manager: 'Hanna Kvist', contacts: ['Zahra Nazari'] } as const
const tourism = { unit: 'Lindala turistbyrå', manager: 'Mats Broman', contacts: ['Göran Palm'] } as const
const library = {
  unit: 'Lindala bibliotek',
  manager: 'Elin Forss',
  contacts: ['Eva Lindqvist', 'Kjell Nordin'],
} as const
const pool = { unit: 'Lindala simhall', manager: 'Robert Hagman', contacts: ['Göran Palm', 'Zahra Nazari'] } as const
const all = [kitchen, work, school, tourism, library, pool]
type Visited = (typeof all)[number]

/** Contact politicians of areas; the operation invites, relations are asked for, and the report goes with the next meeting. */
export const lindala: DemoCommittee = {
  municipality: { slug: 'lindala', name: 'Lindala kommun' },
  committee: { slug: 'valfard-och-servicenamnden', name: 'Välfärd- och servicenämnden' },
  about: 'Kontaktpolitiker för sex områden, från kost till fritid. Verksamheten bjuder in.',
  guideline: 'valfard-och-servicenamnden-2024',
  interpretations: 'valfard-och-servicenamnden-2024',
  feeRules: 'upplands-bro-2019',
  notBefore: dayOf(2024, 1, 17),
  meetsOn: 3,
  areas: ['Kost', 'Arbetsmarknad', 'Komvux', 'Turism', 'Kultur', 'Fritid'],
  units: [
    {
      name: kitchen.unit,
      kind: 'kök',
      area: 'Kost',
      location: 'Industrigatan 2',
      manager: kitchen.manager,
      missionDescription: 'Lagar mat till förskolor, skolor och äldreboenden.',
    },
    {
      name: work.unit,
      kind: 'arbetsmarknadsenhet',
      area: 'Arbetsmarknad',
      location: 'Torggatan 8',
      manager: work.manager,
      missionDescription: 'Stöd på vägen till arbete eller studier.',
    },
    {
      name: school.unit,
      kind: 'vuxenutbildning',
      area: 'Komvux',
      location: 'Skolgatan 15',
      manager: school.manager,
      missionDescription: 'Kommunal vuxenutbildning och svenska för invandrare.',
    },
    {
      name: tourism.unit,
      kind: 'turistbyrå',
      area: 'Turism',
      location: 'Stora torget 1',
      manager: tourism.manager,
      missionDescription: 'Information till besökare och stöd till evenemang.',
    },
    {
      name: library.unit,
      kind: 'bibliotek',
      area: 'Kultur',
      location: 'Kyrkogatan 4',
      manager: library.manager,
      missionDescription: 'Bibliotek med läslust, samhällsinformation och mötesplats.',
    },
    {
      name: 'Lindala kulturskola',
      kind: 'kulturskola',
      area: 'Kultur',
      location: 'Kyrkogatan 6',
      manager: 'Sara Wiklund',
      missionDescription: 'Musik, dans och teater för barn och unga.',
    },
    {
      name: pool.unit,
      kind: 'simhall',
      area: 'Fritid',
      location: 'Badvägen 3',
      manager: pool.manager,
      missionDescription: 'Simhall, gym och simskola.',
    },
  ],
  politicians: [
    { name: 'Eva Lindqvist', bloc: 'majority', party: 'Lindala samling', chairTitle: 'ordförande' },
    { name: 'Torbjörn Alm', bloc: 'majority', party: 'Lindala samling', chairTitle: 'förste vice ordförande' },
    { name: 'Zahra Nazari', bloc: 'majority', party: 'Fria listan' },
    { name: 'Göran Palm', bloc: 'majority', party: 'Fria listan', seat: 'substitute' },
    { name: 'Margit Hansson', bloc: 'opposition', party: 'Bygd och by' },
    { name: 'Kjell Nordin', bloc: 'opposition', party: 'Bygd och by' },
    { name: 'Tove Arvidsson', bloc: 'opposition', party: 'Lindala framåt' },
  ],
  officers: {
    secretary,
    'fee-officer': 'Agneta Blom',
    'quality-officer': 'Jesper Holt',
    administrator: 'Mira Sandberg',
    auditor: 'Lennart Qvist',
  },
  payTypes: [{ feeKind: 'meeting', payType: '4110', label: 'Sammanträdesarvode kontaktpolitiker', costCentre: '3300' }],
  appoint: async (town) => {
    // A relative's employment is noted and does not hinder; one's own employment would: try to appoint her to culture.
    await declare(town, 'Margit Hansson', 'Kost', 'relative-employed')
    await declare(town, 'Tove Arvidsson', 'Kultur', 'employed')
    const areas = { Kost: kitchen, Arbetsmarknad: work, Komvux: school, Turism: tourism, Kultur: library, Fritid: pool }
    for (const [area, { contacts }] of Object.entries(areas)) await appointTo(town, secretary, { area }, contacts)
  },
  happenings: (town) => [
    ...[...regular(town), ...lately(town)].flatMap((story) => visitTasks(town, story)),
    ...meetingTasks(town, { secretary, meetsOn: 3 }),
    ...payingTasks(town, { feeOfficer: 'Agneta Blom', chairs: ['Eva Lindqvist', 'Torbjörn Alm'] }),
  ],
}

async function declare(town: Town, name: string, area: string, kind: 'employed' | 'relative-employed'): Promise<void> {
  const input = { object: `area:${town.areaId(area)}`, kind, validFrom: isoFromDay(town.from) }
  await town.run(town.actor(name), declareRelation, input)
}

function invited(
  { unit, manager, contacts }: Visited,
  day: Day,
  written: Writing,
  came: readonly string[] = contacts,
): VisitStory {
  const [by = ''] = came
  return {
    ...{ unit, manager, day, hours: ['10:00', '12:00'], bookedBy: manager, place: 'Receptionen', accepted: came },
    declined: contacts.filter((name) => !came.includes(name)),
    programme: 'Vi visar lokalerna, berättar vad som är på gång och lämnar tid för era frågor.',
    came,
    met: { staff: true, users: true },
    report: {
      by,
      after: 3,
      written,
      readBy: ['Torbjörn Alm', 'Kjell Nordin'].filter((name) => !came.includes(name)).slice(0, 1),
    },
  }
}

function regular(town: Town): readonly VisitStory[] {
  return [
    ...eachYear(town, 2, 19).map((day) => invited(kitchen, day, aboutKitchen)),
    ...eachYear(town, 4, 9).map((day) => invited(school, day, aboutLearning)),
    ...eachYear(town, 5, 7).map((day) => ({
      ...invited(tourism, day, aboutCulture),
      met: { staff: true, users: 'Säsongen hade inte börjat, så det fanns inga besökare att tala med.' } as const,
    })),
    // The two of the area come each for themselves, where one visit would do.
    ...eachYear(town, 5, 21).map((day) => invited(library, day, aboutCulture, ['Eva Lindqvist'])),
    ...eachYear(town, 6, 4).map((day) => invited(library, day, aboutCulture, ['Kjell Nordin'])),
    // The report is written long after the papers of the next meeting were sent out.
    ...eachYear(town, 9, 3).map(
      (day): VisitStory => ({
        ...invited(pool, day, aboutLearning),
        report: { by: pool.contacts[0], after: 40, written: aboutLearning },
      }),
    ),
  ]
}

/** Late enough in a calendar year for the visit to be the third one of somebody who has made two. */
function dayOfThird(town: Town): Day {
  const { year, month } = civilFromDay(town.today)
  return month >= 12 || month < 7 ? dayOf(month >= 12 ? year : year - 1, 11, 18) : ago(town, 16)
}

function lately(town: Town): readonly VisitStory[] {
  // The papers of the next meeting have gone out since, without the report.
  const { report: _report, ...unreported } = invited(work, ago(town, 38), aboutLearning)
  const third = dayOfThird(town)
  return [
    invited(kitchen, ago(town, 53), aboutKitchen),
    invited(work, ago(town, 45), aboutLearning),
    { ...invited(library, ago(town, 37), aboutCulture), hours: ['10:00', '11:30'] },
    {
      ...invited(tourism, third, aboutCulture),
      lead: 30,
      extra: { by: 'Eva Lindqvist', person: 'Göran Palm', about: 'extra-visit', daysAfterBooking: 5 },
    },
    unreported,
    {
      ...{
        unit: school.unit,
        manager: school.manager,
        day: ahead(town, 8),
        hours: ['10:00', '12:00'],
        bookedBy: school.manager,
        place: 'Aulan',
        accepted: ['Zahra Nazari'],
      },
      programme: 'Lektionsbesök och samtal med elevrådet.',
    },
    {
      unit: library.unit,
      manager: library.manager,
      day: ahead(town, 22),
      hours: ['13:00', '15:00'],
      bookedBy: library.manager,
      lead: 26,
      accepted: ['Kjell Nordin'],
    },
    {
      unit: pool.unit,
      manager: pool.manager,
      day: ahead(town, 29),
      hours: ['13:00', '15:00'],
      bookedBy: pool.manager,
      lead: 34,
    },
    {
      ...{
        unit: kitchen.unit,
        manager: kitchen.manager,
        day: ahead(town, 35),
        hours: ['10:00', '12:00'],
        bookedBy: kitchen.manager,
        lead: 49,
        accepted: ['Margit Hansson'],
      },
      ends: {
        how: 'cancelled',
        by: kitchen.manager,
        onDay: ago(town, 4),
        reason: 'Köket byggs om den veckan. Vi bjuder in igen i vår.',
      },
    },
  ]
}
