import type { Subject } from '../finding.ts'

/** One who is paid, with what one visit after another has in common: it is made once, and not for every line. */
export type Payee = {
  readonly person: string
  /** The person, as every reason names them. */
  readonly about: readonly Subject[]
  /** The calendar year of the latest visit, and how many that count the person has made in it so far. */
  year: number
  made: number
  /** The keys of the caps for each person and unit at the latest visit, and the unit and the year that they are for. */
  keys: readonly string[]
  keysUnit: string
  keysYear: number
}

/** Returns the payees by person; each is made when first asked for. */
export function payees(): (person: string) => Payee {
  const known = new Map<string, Payee>()
  return (person) => {
    const found = known.get(person)
    if (found !== undefined) return found
    const about: readonly Subject[] = [{ type: 'person', id: person }]
    const made = { person, about, year: 0, made: 0, keys: none, keysUnit: '', keysYear: 0 }
    known.set(person, made)
    return made
  }
}

const none: readonly string[] = []

/** Returns the number of a visit among those that the person has made in the year. Visits come in order of day. */
export function placeOf(payee: Payee, year: number, counts: boolean): number {
  if (payee.year !== year) {
    payee.year = year
    payee.made = 0
  }
  if (counts) payee.made += 1
  return payee.made
}

/** Returns the keys of the caps for the person and each of the units in the year. Nearly always the unit is that of the visit before. */
export function keysAt(payee: Payee, year: number, units: readonly string[]): readonly string[] {
  const [unit = ''] = units
  if (units.length !== 1) return units.map((it) => keyAt(payee, year, it))
  if (payee.keysUnit !== unit || payee.keysYear !== year) {
    payee.keys = [keyAt(payee, year, unit)]
    payee.keysUnit = unit
    payee.keysYear = year
  }
  return payee.keys
}

function keyAt({ person }: Payee, year: number, unit: string): string {
  return `${year} ${person} ${unit}`
}
