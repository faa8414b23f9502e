import { dayFromIso, isoFromDay, addDays } from '../src/kernel/date.ts'
import type { Programme } from '../src/engine/index.ts'
import { programmeSchema } from '../src/engine/index.ts'

/** Returns numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function drawingFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Size = {
  readonly units: number
  readonly years: number
  readonly visitsPerYear: number
  readonly seed: number
}

const firstYear = 2022

/**
 * Returns a made-up committee as a file would bring it: two politicians for each unit, and visits of which some are
 * too long, too many, initiated by the wrong one, made alone, not reported or not claimed, so that every rule bites.
 */
export function aCommittee({ units, years, visitsPerYear, seed }: Size): Programme {
  const draw = drawingFrom(seed)
  const chance = (of: number) => draw() < of
  const persons = Array.from({ length: units * 2 }, (_, at) => ({
    id: `p${at}`,
    name: `Person ${at}`,
    bloc: at % 2 === 0 ? 'majority' : 'opposition',
    party: at % 2 === 0 ? 'A' : 'B',
    seats: [{ kind: at % 3 === 0 ? 'substitute' : 'member', from: `${firstYear}-01-01` }],
  }))
  const visits: unknown[] = []
  const reports: unknown[] = []
  const claims: unknown[] = []
  for (let unit = 0; unit < units; unit++) {
    const pair = [`p${unit * 2}`, `p${unit * 2 + 1}`]
    for (let year = 0; year < years; year++) {
      const extra = chance(0.15) ? 1 : 0
      for (let place = 0; place < visitsPerYear + extra; place++) {
        const id = `v${unit}-${year}-${place}`
        const day = addDays(dayFromIso(`${firstYear + year}-02-01`), Math.floor(draw() * 300))
        const start = 8 * 60 + Math.floor(draw() * 20) * 15
        const length = 60 + Math.floor(draw() * 10) * 20
        const came = chance(0.85) ? pair : [pair[0]]
        visits.push({
          id,
          units: [`u${unit}`],
          day: isoFromDay(day),
          start: clock(start),
          end: clock(start + length),
          state: 'reported',
          initiated: { by: chance(0.9) ? 'politician' : 'manager', person: pair[0], on: isoFromDay(addDays(day, -30)) },
          planned: { by: chance(0.9) ? 'manager' : 'politician', on: isoFromDay(addDays(day, -20)) },
          confirmed: { on: isoFromDay(addDays(day, -20)) },
          attendance: came.map((person) => ({ person, start: clock(start), end: clock(start + length) })),
          met: ['users', 'manager', 'staff'].map((audience) => ({ audience, met: chance(0.9) })),
        })
        if (chance(0.9)) {
          reports.push({
            id: `r-${id}`,
            visit: id,
            form: 'written',
            authors: came,
            final: isoFromDay(addDays(day, 5)),
            meeting: `m${year}-${1 + Math.floor((year * 7 + place) % 10)}`,
            ...(chance(0.9) ? { toManager: isoFromDay(addDays(day, 6)) } : {}),
          })
        }
        for (const person of came)
          if (chance(0.9))
            claims.push({ id: `c-${id}-${person}`, visit: id, person, confirmed: isoFromDay(addDays(day, 7)) })
      }
    }
  }
  return programmeSchema.parse({
    municipality: { name: 'Provköping' },
    committee: { id: 'committee', name: 'Provnämnden' },
    period: { from: `${firstYear}-01-01` },
    term: { from: `${firstYear}-01-01`, until: `${firstYear + 4}-01-01` },
    persons,
    units: Array.from({ length: units }, (_, at) => ({ id: `u${at}`, name: `Enhet ${at}`, kind: 'boende' })),
    appointments: persons.map((person, at) => ({
      id: `a${at}`,
      person: person.id,
      unit: `u${Math.floor(at / 2)}`,
      from: `${firstYear}-01-01`,
    })),
    meetings: Array.from({ length: years * 10 }, (_, at) => ({
      id: `m${Math.floor(at / 10)}-${(at % 10) + 1}`,
      day: `${firstYear + Math.floor(at / 10)}-${String((at % 10) + 2).padStart(2, '0')}-20`,
      papersDeadline: `${firstYear + Math.floor(at / 10)}-${String((at % 10) + 2).padStart(2, '0')}-10`,
    })),
    visits,
    reports,
    claims,
  })
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
