import { minutes } from '../../kernel/clock-time.ts'
import { ore } from '../../kernel/money.ts'
import type { FeeLine, Finding } from '../finding.ts'
import type { CompiledRule } from '../rules/kind.ts'
import type { Caps } from './caps.ts'
import { feeReasons } from './periods.ts'

/** Why a line waits for a decision although it is payable by itself. */
type Hold = { readonly rule: CompiledRule<object>; readonly most: number }

/**
 * Returns the lines, where a fee that has gone out for another visit holds the place, the time or the money under a cap:
 * the last that would be paid instead wait for a decision, so that nothing is paid beyond the cap meanwhile.
 */
export function markHeld(lines: readonly FeeLine[], caps: Caps): readonly FeeLine[] {
  const held = new Map<string, Hold>()
  for (const [key, displaced] of caps.displaced) {
    const places = caps.places.get(key) ?? []
    const most = displaced[0]?.most ?? 0
    const surplus = new Set([...places, ...displaced].map((place) => place.visit)).size - most
    if (surplus <= 0) continue
    // A visit that anybody has been paid for keeps its place; all who share a place wait together.
    const paid = new Set(places.filter((it) => it.exported).map((it) => it.visit))
    const waiting = new Set([...new Set(places.map((it) => it.visit))].filter((it) => !paid.has(it)).slice(-surplus))
    for (const place of places) if (waiting.has(place.visit)) held.set(`${place.visit} ${place.person}`, place)
  }
  for (const shares of caps.shares.values()) holdShares(shares, held)
  if (held.size === 0) return lines
  return lines.map((line) => {
    const hold = held.get(`${line.visit} ${line.person}`)
    return hold === undefined || line.outcome !== 'payable' ? line : waitingForDecision(line, hold)
  })
}

function holdShares(shares: Caps['shares'] extends Map<string, infer S> ? S : never, held: Map<string, Hold>): void {
  if (!shares.some((share) => share.standing > share.used)) return
  let surplus = shares.reduce((sum, it) => sum + Math.max(it.used, it.standing), 0) - (shares[0]?.most ?? 0)
  for (let at = shares.length - 1; at >= 0 && surplus > 0; at--) {
    const share = shares[at]
    if (share === undefined || share.exported || share.used === 0) continue
    held.set(`${share.visit} ${share.person}`, share)
    surplus -= share.used
  }
}

function waitingForDecision(line: FeeLine, { rule, most }: Hold): FeeLine {
  const inNumber = rule.kind === 'fee.cap-visits'
  const reason: Finding = {
    rule: rule.id,
    source: rule.source,
    kind: inNumber ? rule.kind : feeReasons,
    clause: rule.clause,
    force: rule.force,
    bearer: rule.bearer,
    outcome: 'needs-decision',
    code: inNumber ? 'place-held' : 'cap-held',
    subject: { type: 'visit', id: line.visit },
    related: [{ type: 'person', id: line.person }],
    day: line.day,
    values: { most },
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
