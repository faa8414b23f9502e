import type { CompiledRule } from '../rules/kind.ts'

/** A visit that has its place under a cap in number, for one person. */
export type Place = {
  readonly visit: string
  readonly person: string
  readonly rule: CompiledRule<object>
  readonly most: number
  readonly exported: boolean
}

/** Time or money of a cap that one line takes. */
export type Share = {
  readonly visit: string
  readonly person: string
  readonly rule: CompiledRule<object>
  readonly most: number
  /** What the line takes by the rules; 0 unless it is payable. */
  readonly used: number
  /** What has gone out for it in truth, where that is more. */
  readonly standing: number
  readonly exported: boolean
}

/** What has been used of each cap so far, in the order of start and id. */
export type Caps = {
  readonly places: Map<string, Place[]>
  /** Fees that have gone out although the visit has no place under the cap. */
  readonly displaced: Map<string, Place[]>
  readonly shares: Map<string, Share[]>
  readonly sums: Map<string, number>
  /** How to undo what was used since a trial began; absent otherwise. */
  undo: (() => void)[] | undefined
}

/** Returns caps of which nothing is used. */
export function emptyCaps(): Caps {
  return { places: new Map(), displaced: new Map(), shares: new Map(), sums: new Map(), undo: undefined }
}

/** Returns what the trial gives, and leaves the caps as they were. */
export function tried<T>(caps: Caps, trial: () => T): T {
  const before = caps.undo
  const undo: (() => void)[] = []
  caps.undo = undo
  const result = trial()
  for (const step of undo.reverse()) step()
  caps.undo = before
  return result
}

/** Returns how many visits are paid under the key. All who came to one visit share its place. */
export function used(caps: Caps, key: string): number {
  const places = caps.places.get(key)
  if (places === undefined) return 0
  // Nearly always one or two, and then nothing needs to be gathered.
  return places.length === 1 ? 1 : new Set(places.map((place) => place.visit)).size
}

/** Whether the visit has or can get a place under the key. */
export function hasRoom(caps: Caps, key: string, most: number, visit: string): boolean {
  const places = caps.places.get(key)
  return places === undefined ? most > 0 : used(caps, key) < most || places.some((place) => place.visit === visit)
}

/** Gives the visit its place under the key. */
export function consume(caps: Caps, key: string, place: Place): void {
  push(caps, caps.places, key, place)
}

/** Notes that a fee has gone out for a visit that has no place under the key. */
export function displace(caps: Caps, key: string, place: Place): void {
  push(caps, caps.displaced, key, place)
}

/** Returns what is left of a cap in time or money, never below zero. */
export function leftOf(caps: Caps, key: string, most: number): number {
  return Math.max(0, most - (caps.sums.get(key) ?? 0))
}

/** Takes the line's share of a cap in time or money. */
export function take(caps: Caps, key: string, share: Share): void {
  push(caps, caps.shares, key, share)
  const sum = caps.sums.get(key) ?? 0
  caps.sums.set(key, sum + share.used)
  caps.undo?.push(() => caps.sums.set(key, sum))
}

function push<T>(caps: Caps, map: Map<string, T[]>, key: string, item: T): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [item])
  else known.push(item)
  caps.undo?.push(() => map.get(key)?.pop())
}
