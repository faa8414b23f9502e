import { minutes } from '../../kernel/clock-time.ts'
import { ore } from '../../kernel/money.ts'
import type { FeeLine, Finding } from '../finding.ts'
import type { CompiledRule } from '../rules/kind.ts'

/** A visit that has its place under a cap, for one person. */
export type Place = {
  readonly visit: string
  readonly person: string
  readonly rule: CompiledRule<{ readonly most: number }>
  readonly exported: boolean
}

/** What has been used of each cap so far, in the order of start and id. */
export type Caps = {
  readonly places: Map<string, Place[]>
  /** Fees that have gone out although the visit has no place under the cap. */
  readonly displaced: Map<string, Place[]>
  readonly placement: Map<string, number>
}

/** Returns caps of which nothing is used. */
export function emptyCaps(): Caps {
  return { places: new Map(), displaced: new Map(), placement: new Map() }
}

/** Returns how many visits are paid under the key. All who came to one visit share its place. */
export function used(caps: Caps, key: string): number {
  return new Set((caps.places.get(key) ?? []).map((place) => place.visit)).size
}

/** Whether the visit has or can get a place under the key. */
export function hasRoom(caps: Caps, key: string, most: number, visit: string): boolean {
  return used(caps, key) < most || (caps.places.get(key) ?? []).some((place) => place.visit === visit)
}

/** Gives the visit its place under the key. */
export function consume(caps: Caps, key: string, place: Place): void {
  push(caps.places, key, place)
}

/** Notes that a fee has gone out for a visit that has no place under the key. */
export function displace(caps: Caps, key: string, place: Place): void {
  push(caps.displaced, key, place)
}

/** Returns the minutes of placement that are left of the year's, for one person. */
export function placementLeft(caps: Caps, yearlyMinutes: number, person: string, year: number): number {
  return Math.max(0, yearlyMinutes - (caps.placement.get(`${year} ${person}`) ?? 0))
}

/** Uses minutes of the year's placement. */
export function usePlacement(caps: Caps, person: string, year: number, time: number): void {
  const key = `${year} ${person}`
  caps.placement.set(key, (caps.placement.get(key) ?? 0) + time)
}

/**
 * Returns the lines, where a fee that has gone out for a later visit holds its place: the last visit that
 * would be paid instead waits for a decision, so that nothing is paid beyond the cap meanwhile.
 */
export function markHeldPlaces(lines: readonly FeeLine[], caps: Caps): readonly FeeLine[] {
  if (caps.displaced.size === 0) return lines
  const held = new Map<string, Place>()
  for (const [key, displaced] of caps.displaced) {
    const places = caps.places.get(key) ?? []
    const most = displaced[0]?.rule.values.most ?? 0
    const surplus = new Set([...places, ...displaced].map((place) => place.visit)).size - most
    if (surplus <= 0) continue
    for (const place of places.filter((it) => !it.exported).slice(-surplus))
      held.set(`${place.visit} ${place.person}`, place)
  }
  return lines.map((line) => {
    const place = held.get(`${line.visit} ${line.person}`)
    return place === undefined || line.outcome !== 'payable' ? line : waitingForDecision(line, place)
  })
}

function waitingForDecision(line: FeeLine, { rule, person }: Place): FeeLine {
  const reason: Finding = {
    rule: rule.id,
    source: rule.source,
    kind: rule.kind,
    clause: rule.clause,
    force: rule.force,
    bearer: rule.bearer,
    outcome: 'needs-decision',
    code: 'place-held',
    subject: { type: 'visit', id: line.visit },
    related: [{ type: 'person', id: person }],
    day: line.day,
    values: { most: rule.values.most },
    ...(rule.interpretations.length === 0 ? {} : { interpretations: rule.interpretations }),
  }
  return {
    ...line,
    outcome: 'needs-decision',
    paid: minutes(0),
    parts: [],
    amount: ore(0),
    expected: line.amount,
    reasons: [...line.reasons, reason],
  }
}

function push(map: Map<string, Place[]>, key: string, place: Place): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [place])
  else known.push(place)
}
