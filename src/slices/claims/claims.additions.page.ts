import type { Minutes } from '../../kernel/clock-time.ts'
import type { ClaimState } from '../../kernel/claim-steps.ts'
import type { Language } from '../../kernel/language.ts'
import { formatKronor } from '../../kernel/money.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { may, type PersonScope } from '../../platform/scope.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { attachmentDetail } from '../reports/index.ts'
import { claimFilePath } from './claims.additions.paths.ts'
import { addedTimes, addingRefusal, type Offered, offeredOn, offersAny } from './claims.additions.rules.ts'
import { type Additions, additionsOf } from './claims.additions.store.ts'
import { additionsTexts } from './claims.additions.texts.ts'
import { listCertificates } from './claims.files.store.ts'
import type { ClaimRow } from './claims.store.ts'

type On = { readonly language: Language; readonly place: PlaceSlugs }

/** Something that has been added, in words. */
export type ShownAddition = {
  readonly id: string
  readonly kind: 'journey' | 'cost' | 'loss' | 'times'
  readonly what: string
  readonly details: string
  readonly file: { readonly href: string; readonly name: string; readonly detail: string } | undefined
  /** What the rules want and is not there. */
  readonly lacks: boolean
  readonly isDisposed: boolean
}

export type ClaimAdditions = {
  readonly items: readonly ShownAddition[]
  readonly offered: Offered
  /** Whether the one who looks may change it now: as the claimant, or for a claimant who has phoned. */
  readonly change: 'own' | 'for' | undefined
  readonly state: ClaimState
  /** The claimant's certificates, to choose among; none where nothing can be changed. */
  readonly certificates: readonly { readonly id: string; readonly label: string }[]
  readonly times: Additions['times']
}

/** Returns what has been added to the claim and what can be, for the page; undefined where there is and can be nothing. */
export async function claimAdditions(
  tx: ReadTx,
  scope: PersonScope,
  claim: ClaimRow,
  on: On,
): Promise<ClaimAdditions | undefined> {
  const offered = offeredOn((await rulesInForce(tx, scope)).feeRules, claim.visitDay)
  const all = await additionsOf(tx, scope, claim.id)
  const items = itemsOf(all, { ...on, claimId: claim.id, offered })
  if (items.length === 0 && !offersAny(offered)) return undefined
  const change = changeBy(scope, claim)
  const asksCertificate = change !== undefined && (offered.employee !== undefined || offered.selfEmployed !== undefined)
  const certificates = asksCertificate ? await listCertificates(tx, scope, claim.personId) : []
  return {
    items,
    offered,
    change,
    state: claim.state,
    certificates: certificates.map((it) => ({ id: it.id, label: `${it.name} (${attachmentDetail(it, on.language)})` })),
    times: all.times,
  }
}

/** Returns as whom the one who looks may change the claim's additions; undefined when they may not. */
function changeBy(scope: PersonScope, { state, personId }: ClaimRow): 'own' | 'for' | undefined {
  if (addingRefusal(state) !== undefined) return undefined
  if (personId === scope.personId) return may(scope, 'claims:confirm') ? 'own' : undefined
  return may(scope, 'people:act-for') ? 'for' : undefined
}

function itemsOf(
  { times, journeys, costs, losses }: Additions,
  { language, place, claimId, offered }: On & { readonly claimId: string; readonly offered: Offered },
): readonly ShownAddition[] {
  const texts = additionsTexts(language)
  const { duration } = wordsOf(language)
  const fileOf = (row: Additions['costs'][number] | Additions['losses'][number]) =>
    row.fileId === null || row.fileName === null || row.mediaType === null || row.size === null
      ? undefined
      : {
          href: claimFilePath(place, claimId, row.fileId),
          name: row.fileName,
          detail: attachmentDetail({ mediaType: row.mediaType, size: row.size }, language),
        }
  const lacksFile = (row: { readonly fileId: string | null; readonly fileDisposed: boolean }, needed = false) =>
    needed && row.fileId === null && !row.fileDisposed
  const plain = { file: undefined, lacks: false, isDisposed: false }
  const minutesOf: { readonly [T in (typeof addedTimes)[number]]: Minutes | null } = {
    travel: times.travelMinutes,
    preparation: times.preparationMinutes,
    'after-work': times.afterWorkMinutes,
  }
  return [
    ...journeys.map(({ id, kilometres, distance, startsFrom, madeAnyway }) => ({
      ...{ ...plain, id, kind: 'journey' as const, what: texts.journey },
      details: listed(
        texts.journeyText(kilometres, distance, texts.starts[startsFrom]),
        madeAnyway && texts.journeyAnyway,
      ),
    })),
    ...costs.map((row) => {
      const known = offered.costs.find(({ kind }) => kind === row.kind)
      return {
        ...{ id: row.id, kind: 'cost' as const, what: known?.title[language] ?? row.kind },
        ...{ details: formatKronor(row.amount), file: fileOf(row) },
        ...{ lacks: lacksFile(row, known?.receipt), isDisposed: row.fileDisposed },
      }
    }),
    ...losses.map((row) => {
      const isEmployee = row.lostAs === 'employee'
      const basis = offered.selfEmployed?.bases.find(({ code }) => code === row.basis)?.title[language] ?? ''
      const income =
        row.perHour !== null
          ? texts.perHourText(formatKronor(row.perHour))
          : row.yearlyIncome === null
            ? texts.flatText
            : texts.yearlyText(formatKronor(row.yearlyIncome), basis)
      const needed = (isEmployee ? offered.employee : offered.selfEmployed)?.certificate
      return {
        ...{ id: row.id, kind: 'loss' as const, what: isEmployee ? texts.lossEmployee : texts.lossSelfEmployed },
        details: listed(
          duration(row.minutes),
          income,
          row.pension && texts.pensionText,
          row.holiday && texts.holidayText,
        ),
        ...{ file: fileOf(row), lacks: lacksFile(row, needed), isDisposed: row.fileDisposed },
      }
    }),
    ...addedTimes.flatMap((time) => {
      const length = minutesOf[time]
      if (length === null) return []
      return [{ ...plain, id: time, kind: 'times' as const, what: texts.times[time], details: duration(length) }]
    }),
  ]
}

function listed(...parts: readonly (string | false)[]): string {
  return parts.filter((it) => it !== false).join(', ')
}
