import { explain, isFee } from '../../engine/index.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import { isoTimeOfDay, minutes } from '../../kernel/clock-time.ts'
import { type Day, dayOf, yearOf } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import { formatKronor, ore } from '../../kernel/money.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { listClaims, listDecisions } from '../claims/index.ts'
import { type FrozenReport, getFrozen } from '../reports/index.ts'
import { coverageLabel, summariesTexts, summaryPage } from '../summaries/index.ts'
import { type DocumentContent, type DocumentPart, normalised } from './disclosure.masking.rules.ts'
import type { DocumentKind } from './disclosure.rules.ts'
import { type FindFilter, findDocuments, getDecision, mostFound, summaryYearsOf } from './disclosure.find.store.ts'
import { contentTexts } from './disclosure-content.texts.ts'

export type FoundDocument = {
  readonly kind: DocumentKind
  readonly subject: string
  readonly title: string
  readonly day: Day
}

/** Returns the official documents that the filter chooses, titled in Swedish, the language of the authority. */
export async function foundDocuments(
  tx: ReadTx,
  scope: Scope,
  filter: FindFilter,
): Promise<{ readonly documents: readonly FoundDocument[]; readonly isCut: boolean }> {
  const texts = contentTexts('sv')
  const { list } = wordsOf('sv')
  const rows = await findDocuments(tx, scope, filter)
  const summaries = (await summariesFound(tx, scope, filter)).map(
    (year): FoundDocument => ({
      kind: 'summary',
      subject: String(year),
      title: texts.summaryTitle(year),
      day: lastDay(year, scope.today),
    }),
  )
  const documents = rows.map(({ kind, subject, day, visitDay, units, person }) => ({
    kind,
    subject,
    day,
    title: texts.titles[kind](list(units), texts.day(visitDay), person),
  }))
  return { documents: [...documents, ...summaries], isCut: rows.length === mostFound }
}

/** A summary is of the whole committee: it is not found by unit, and by a word only when that stands in its title. */
async function summariesFound(tx: ReadTx, scope: Scope, { from, until, unitId, kind, word = '' }: FindFilter) {
  if (unitId !== undefined || (kind !== undefined && kind !== 'summary')) return []
  const years = await summaryYearsOf(tx, scope)
  return years.filter(
    (year) =>
      (from === undefined || year >= yearOf(from)) &&
      (until === undefined || year <= yearOf(until)) &&
      contentTexts('sv').summaryTitle(year).toLowerCase().includes(word.toLowerCase()),
  )
}

export type ReadDocument = { readonly title: string; readonly day: Day; readonly content: DocumentContent }

type Wanted = { readonly kind: DocumentKind; readonly subject: string }

/** Returns the document with its text in parts. Throws `NotFound` for what is no official document of the committee. */
export async function readDocument(tx: ReadTx, scope: Scope, { kind, subject }: Wanted): Promise<ReadDocument> {
  if (kind === 'report') return reportContent(await getFrozen(tx, scope, subject))
  if (kind === 'decision') return await decisionContent(tx, scope, subject)
  if (kind === 'claim') return await claimContent(tx, scope, subject)
  return await summaryContent(tx, scope, subject)
}

type Written = {
  readonly heading: string
  readonly parts: readonly { readonly label?: string; readonly text: string }[]
}

/** Every part gets a key of its own; what is empty is left out. All text is normalised here, once. */
function contentOf(title: string, reference: string, sections: readonly Written[]): DocumentContent {
  return {
    title: normalised(title),
    reference: normalised(reference),
    sections: sections
      .map(({ heading, parts }, section) => ({
        heading: normalised(heading),
        parts: parts
          .map(
            ({ label = '', text }, part): DocumentPart => ({
              key: `${section}.${part}`,
              label: normalised(label),
              text: normalised(text),
            }),
          )
          .filter(({ text }) => text.trim() !== ''),
      }))
      .filter(({ parts }) => parts.length > 0),
  }
}

function reportContent(frozen: FrozenReport): ReadDocument {
  const texts = contentTexts('sv')
  const { visit, guideline } = frozen
  const time = (value: number) => isoTimeOfDay(minutes(value))
  const content = contentOf(frozen.title, frozen.registrationNumber ?? '', [
    {
      heading: texts.facts,
      parts: [
        { label: texts.units, text: frozen.units.map(({ name }) => name).join(', ') },
        { label: texts.visit, text: texts.visitTime(texts.day(visit.day), time(visit.start), time(visit.end)) },
        { label: texts.drawnUp, text: texts.day(frozen.drawnUp) },
        { label: texts.guideline, text: guideline === undefined ? '' : `${guideline.title}, ${guideline.version}` },
      ],
    },
    {
      heading: texts.participants,
      parts: frozen.participants.map(({ name, description }) => ({ text: joined(name, description) })),
    },
    {
      heading: texts.met,
      parts: frozen.met.map(({ audience, met, explanation }) => ({
        label: audience,
        text: joined(met ? texts.yes : texts.no, explanation),
      })),
    },
    {
      heading: texts.deviations,
      parts: frozen.deviations.map(({ text, clause, explanation }) => ({
        label: clause,
        text: [text, explanation ?? ''].join(' ').trim(),
      })),
    },
    {
      heading: texts.topics,
      parts: frozen.topics.map(({ audience, heading, text }) => ({ label: joined(audience ?? '', heading), text })),
    },
    { heading: texts.proposals, parts: frozen.proposals.map(({ text }) => ({ text })) },
    { heading: texts.questions, parts: frozen.questions.map((text) => ({ text })) },
    { heading: texts.oral, parts: frozen.oral ? [{ label: frozen.oral.speaker, text: frozen.oral.line }] : [] },
    { heading: texts.authors, parts: frozen.authors.map(({ name }) => ({ text: name })) },
  ])
  return { title: frozen.title, day: frozen.drawnUp, content }
}

async function decisionContent(tx: ReadTx, scope: Scope, id: string): Promise<ReadDocument> {
  const texts = contentTexts('sv')
  const decision = await getDecision(tx, scope, id)
  const title = texts.titles.decision(wordsOf('sv').list(decision.units), texts.day(decision.visitDay), decision.person)
  const content = contentOf(title, '', [
    {
      heading: texts.facts,
      parts: [
        { label: texts.matter, text: texts.about[decision.about] },
        { label: texts.concerns, text: decision.person },
        { label: texts.outcome, text: decision.granted ? texts.granted : texts.notGranted },
        { label: texts.decidedOn, text: texts.day(decision.day) },
        { label: texts.decidedBy, text: decision.decidedBy },
        { label: texts.delegation, text: decision.delegation },
        { label: texts.reason, text: decision.reason },
      ],
    },
  ])
  return { title, day: decision.day, content }
}

/** The public part: who, which visit, what was paid for it. What the claimant filled in for lost earnings and costs is not. */
async function claimContent(tx: ReadTx, scope: Scope, id: string): Promise<ReadDocument> {
  const texts = contentTexts('sv')
  const [claim] = await listClaims(tx, scope, { ids: [id], states: ['approved', 'exported', 'paid', 'reversed'] })
  if (claim === undefined) throw new NotFound('claim')
  const decisions = await listDecisions(tx, scope, [id])
  const approved = decisions.findLast(({ kind }) => kind === 'approved')
  const amount = approved === undefined || !isFee(approved.line) ? undefined : approved.line.amount
  const title = texts.titles.claim(wordsOf('sv').list(claim.unitNames), texts.day(claim.visitDay), claim.personName)
  const content = contentOf(title, '', [
    {
      heading: texts.facts,
      parts: [
        { label: texts.concerns, text: claim.personName },
        { label: texts.units, text: claim.unitNames.join(', ') },
        { label: texts.visit, text: texts.day(claim.visitDay) },
        { label: texts.fee, text: amount === undefined ? '' : formatKronor(ore(amount)) },
        { label: texts.approvedOn, text: approved === undefined ? '' : texts.day(approved.day) },
      ],
    },
  ])
  return { title, day: claim.visitDay, content }
}

async function summaryContent(tx: ReadTx, scope: Scope, year: string): Promise<ReadDocument> {
  const texts = contentTexts('sv')
  const known = (await summaryYearsOf(tx, scope)).find((it) => String(it) === year)
  if (known === undefined) throw new NotFound('summary')
  const { summary, names, terms, title } = await summaryPage(tx, { scope, language: 'sv', place: nowhere, year })
  const { visits, reports, coverage, departures } = summary
  const content = contentOf(title, '', [
    {
      heading: texts.facts,
      parts: [
        { label: texts.visitsHeld, text: String(visits.held) },
        { label: texts.unitsVisited, text: texts.of(visits.unitsVisited, visits.units) },
        { label: texts.reportsWritten, text: texts.of(reports.written + reports.oral, reports.expected) },
      ],
    },
    {
      heading: texts.againstGuideline,
      parts: coverage.map((row) => ({
        label: coverageLabel(row, names, summariesTexts('sv')),
        text: explain(row.finding, 'sv', names, terms),
      })),
    },
    {
      heading: texts.deviations,
      parts: departures.flatMap(({ clause, findings }) =>
        findings.map((finding) => ({ label: clause, text: explain(finding, 'sv', names, terms) })),
      ),
    },
  ])
  return { title, day: lastDay(known, scope.today), content }
}

/** The running year's summary is made today. */
function lastDay(year: number, today: Day): Day {
  return Math.min(dayOf(year, 12, 31), today) as Day
}

/** The page's links are not used. */
const nowhere = { municipality: '', committee: '' }

function joined(first: string, second: string | undefined): string {
  return [first, second ?? ''].filter((part) => part !== '').join(', ')
}
