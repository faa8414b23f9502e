import type { Language } from '../../kernel/language.ts'
import type { Ore } from '../../kernel/money.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Actions,
  Alert,
  ButtonLink,
  Form,
  type HeadingLevel,
  Money,
  Note,
  Paragraph,
  SubmitButton,
  Tabs,
  Tag,
  type Tone,
  WrittenText,
} from '../../ui/index.ts'
import { visitReportPath } from '../reports/reports.paths.ts'
import { LineAmount, type ShownLine } from './claim-line.views.tsx'
import {
  allClaimsPath,
  claimConfirmationPath,
  claimPath,
  claimReopeningPath,
  claimsPath,
  claimWaiverPath,
} from './claims.paths.ts'
import type { ClaimState } from '../../kernel/claim-steps.ts'
import type { ShownStop } from './claims.stops.views.tsx'
import { additionsPath } from './claims.additions.paths.ts'
import { additionsTexts } from './claims.additions.texts.ts'
import { claimsTexts } from './claims.texts.ts'

/** Who approves a claim, in words. */
export type ShownApproval = {
  /** Each role in which it can be approved, with the names of those who may today. */
  readonly approvers: readonly string[]
  /** Whether the one who looks may, in which role and by which delegation in words, or why not; absent for who approves nothing. */
  readonly mine: { readonly ok: true; readonly as: string } | { readonly ok: false; readonly why: string } | undefined
}

/** A claim as every page shows it. */
export type ShownClaim = {
  readonly id: string
  readonly visitId: string
  readonly version: number
  readonly state: ClaimState
  readonly unit: string
  readonly day: string
  readonly person: string
  readonly isOwn: boolean
  readonly line: ShownLine | undefined
  /** Lost earnings and costs, a line each. */
  readonly others: readonly ShownLine[]
  /** The fee and the other lines together, as far as they are payable. */
  readonly total: Ore
  /** What stands in the way of payment, and what is worth knowing, each with what to do. */
  readonly stops: readonly ShownStop[]
  /** What the fee rules want filled in, with what has been. */
  readonly fields: readonly { readonly code: string; readonly title: string; readonly value: string }[]
  /** Who approves it, and whether it is the one who looks. */
  readonly approval: ShownApproval
  /** With which words it was returned or refused, while it is. */
  readonly sentBack: string | undefined
  readonly awaits: { readonly report: boolean; readonly confirmation: boolean }
  /** What the one who looks may do now. */
  readonly may: {
    readonly confirm: boolean
    /** Register that the claimant has confirmed by phone. */
    readonly confirmFor: boolean
    /** Add journeys, costs and lost earnings, where the fee rules of the day know of any. */
    readonly add: boolean
    readonly waive: boolean
    readonly reopen: boolean
    readonly check: boolean
    readonly approve: boolean
    readonly refuse: boolean
    readonly returnAsChecker: boolean
    readonly returnAsApprover: boolean
  }
}

const stateTones: { readonly [S in ClaimState]: Tone } = {
  made: 'info',
  confirmed: 'info',
  checked: 'info',
  approved: 'good',
  exported: 'good',
  paid: 'good',
  reversed: 'neutral',
  returned: 'warning',
  waived: 'neutral',
  refused: 'danger',
}

/** Where a claim stands, in a word. */
export function StateTag({ language, state }: { readonly language: Language; readonly state: ClaimState }) {
  return <Tag tone={stateTones[state]}>{claimsTexts(language).states[state]}</Tag>
}

/** What the claim gives; nothing for one that is waived or refused. */
export function ClaimAmount({ language, claim }: { readonly language: Language; readonly claim: ShownClaim }) {
  if (claim.line === undefined || claim.state === 'waived' || claim.state === 'refused') return <span>–</span>
  // The fee may still wait while something else of the claim is clear, and the other way round.
  const waits = claim.line.amount === undefined && (claim.line.outcome.tone !== 'neutral' || claim.total === 0)
  if (waits || claim.others.length === 0) return <LineAmount language={language} line={claim.line} />
  return <Money amount={claim.total} />
}

type SentBackProps = {
  readonly language: Language
  readonly claim: ShownClaim
  readonly level: Extract<HeadingLevel, 2 | 3 | 4>
}

/** Why a claim was returned or refused, before anything else that is said of it. Nothing where it was not. */
export function SentBack({ language, claim, level }: SentBackProps) {
  const texts = claimsTexts(language)
  const { state, sentBack, isOwn, may } = claim
  if (sentBack === undefined) return null
  const isReturned = state === 'returned'
  return (
    <Alert tone="warning" heading={isReturned ? texts.returnedHeading : texts.refusedHeading} level={level}>
      <WrittenText>{sentBack}</WrittenText>
      {isReturned && isOwn && may.confirm && <Paragraph>{texts.returnedToDo}</Paragraph>}
    </Alert>
  )
}

type ActionsProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly claim: ShownClaim
  /** The claim's own page has room for what must be filled in. */
  readonly isOnItsPage?: boolean
}

/** What the claimant can do with an own claim. Returns nothing for somebody else's. */
export function ClaimantActions({ language, place, claim, isOnItsPage = false }: ActionsProps) {
  const texts = claimsTexts(language)
  if (!claim.isOwn) return null
  const { may, awaits, unit, day } = claim
  const needed = may.confirm && awaits.confirmation
  const isSettled = [...(claim.line ? [claim.line] : []), ...claim.others].every(
    ({ outcome }, index) => outcome.tone === 'good' || (index > 0 && outcome.tone === 'neutral'),
  )
  const nothingToDo = claim.state === 'made' && may.confirm && !needed && !awaits.report && isSettled
  return (
    <>
      {nothingToDo && <Note>{texts.goesOn}</Note>}
      {needed && <Note>{texts.confirmHint}</Note>}
      <Actions>
        {needed && claim.fields.length > 0 && !isOnItsPage && (
          <ButtonLink href={claimPath(place, claim.id)} label={texts.confirmLabel(unit, day)}>
            {texts.confirm}
          </ButtonLink>
        )}
        {needed && claim.fields.length === 0 && (
          <Form action={claimConfirmationPath(place, claim.id)} version={claim.version} layout="inline">
            <SubmitButton label={texts.confirmLabel(unit, day)}>{texts.confirm}</SubmitButton>
          </Form>
        )}
        {awaits.report && (
          <ButtonLink
            href={visitReportPath(place, claim.visitId)}
            tone="secondary"
            label={texts.writeReportLabel(unit, day)}
          >
            {texts.writeReport}
          </ButtonLink>
        )}
        {may.add && !isOnItsPage && (
          <ButtonLink
            href={additionsPath(place, claim.id)}
            tone="quiet"
            label={additionsTexts(language).linkOf(unit, day)}
          >
            {additionsTexts(language).link}
          </ButtonLink>
        )}
        {may.waive && (
          <ButtonLink href={claimWaiverPath(place, claim.id)} tone="quiet" label={texts.waiveLabel(unit, day)}>
            {texts.waive}
          </ButtonLink>
        )}
        {may.reopen && (
          <Form action={claimReopeningPath(place, claim.id)} version={claim.version} layout="inline">
            <SubmitButton tone="secondary" label={texts.reopenLabel(unit, day)}>
              {texts.reopen}
            </SubmitButton>
          </Form>
        )}
      </Actions>
    </>
  )
}

/** Own claims or everybody's, for those who read both. */
export function WhoseTabs({
  language,
  place,
  year,
  own,
}: {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly year: number
  readonly own: boolean
}) {
  const texts = claimsTexts(language)
  const items = [
    { label: texts.mine, href: claimsPath(place, year), current: own },
    { label: texts.all, href: allClaimsPath(place, { year }), current: !own },
  ]
  return <Tabs label={texts.whose} items={items} />
}
