import {
  factsUnder,
  holdsAny,
  type Localised,
  mayVisitAll,
  programmeSchema,
  type Settings,
} from '../../engine/index.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import type { Day } from '../../kernel/date.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { gather } from '../../platform/db/facts.ts'
import type { Scope } from '../../platform/scope.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { programmeFacts } from './visits.basis.ts'

/** What the guideline says of one who visits a unit without being appointed to it. */
export type Unappointed = {
  readonly may: boolean
  /** Whether such a visit is paid; undefined for one whose role may visit every unit as the appointed do. */
  readonly paid: 'yes' | 'no' | 'silent' | undefined
  /** Those who may, in words; empty where nobody may. */
  readonly said: Localised
  readonly clause: string
}

/** Returns it for the person on the day, for a visit of this form or of any; undefined where the guideline does not speak of it. */
export async function unappointedVisits(
  tx: ReadTx | Tx,
  scope: Scope,
  settings: Settings,
  about: { readonly personId: string; readonly day: Day; readonly form: string | undefined },
): Promise<Unappointed | undefined> {
  const { exempt } = settings.appointment
  const isFree = exempt.value !== 'silent' && exempt.value.mayVisitAll
  const rule = settings.visits.unappointed.find(({ forms }) => about.form === undefined || forms.includes(about.form))
  if (!isFree && rule === undefined) return undefined
  const programme = programmeSchema.parse(await gather(tx, programmeFacts(scope)))
  const facts = factsUnder(await rulesInForce(tx, scope), programme, about.day)
  const roles = exempt.value === 'silent' ? [] : exempt.value.roles
  const said = (of: readonly string[]): Localised => ({
    sv: wordsOf('sv', settings.terms).labels(of),
    en: wordsOf('en', settings.terms).labels(of),
  })
  if (isFree && mayVisitAll(facts, about.personId, about.day))
    return { may: true, paid: undefined, said: said(roles), clause: exempt.basis?.clause ?? '' }
  if (rule === undefined) return undefined
  const may = holdsAny(facts, rule.by, about.personId, about.day)
  return { may, paid: rule.paid, said: said(rule.by), clause: rule.basis.clause }
}
