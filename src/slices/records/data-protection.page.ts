import { formatInstant, type Instant } from '../../kernel/instant.ts'
import { roles } from '../../kernel/permissions.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { peopleTexts } from '../people/index.ts'
import type { DataProtectionDocument } from './data-protection.paths.ts'
import {
  type Answers,
  answersFor,
  assessedRisks,
  type DataProtectionField,
  fieldsOf,
  missingIn,
} from './data-protection.rules.ts'
import { type InstallationFacts, installationFacts, listVersions, type SavedVersion } from './data-protection.store.ts'
import { documentTexts } from './data-protection-document.texts.ts'
import type { PrintedSection } from './record-print.rules.ts'
import { retentionKinds, rulesOn } from './retention.rules.ts'
import { listRules } from './retention.store.ts'
import { retentionTexts } from './retention.texts.ts'

/** One of the two documents as it stands, in Swedish, ready for a page, for print and as text. */
export type DocumentShown = {
  readonly document: DataProtectionDocument
  readonly title: string
  readonly kind: string
  readonly lead: string
  readonly version: number
  readonly savedAt: Instant | undefined
  readonly sections: readonly PrintedSection[]
  /** What nobody has filled in, by its heading. */
  readonly missing: readonly string[]
  readonly answers: Answers
  readonly versions: readonly SavedVersion[]
}

type Asked = {
  readonly scope: Scope
  readonly document: DataProtectionDocument
  readonly committee: string
  readonly municipality: string
  readonly version?: number | undefined
}

/** Returns the document filled with what is really there: the version asked for, else the latest. Undefined for a version that is not. */
export async function dataProtectionDocument(tx: ReadTx, asked: Asked): Promise<DocumentShown | undefined> {
  const { scope, document, committee, municipality } = asked
  const versions = await listVersions(tx, scope, document)
  const chosen = asked.version === undefined ? versions[0] : versions.find(({ version }) => version === asked.version)
  if (asked.version !== undefined && chosen === undefined) return undefined
  const facts = await installationFacts(tx, scope)
  const texts = documentTexts[document]
  const fields: readonly DataProtectionField[] = fieldsOf[document]
  const answers = answersFor(fields, chosen?.answers, prefilledFor(document, { facts, committee, municipality }))
  const labels: Readonly<Record<string, string>> = texts.fields
  return {
    document,
    title: texts.title,
    kind: texts.kind,
    lead: texts.lead(committee),
    version: chosen?.version ?? 0,
    savedAt: chosen?.savedAt,
    sections: [
      aboutSection(committee, municipality, chosen),
      ...fields.map((field) => writtenSection(field, labels[field] ?? field, answers.get(field) ?? '')),
      ...(document === 'record' ? await factSections(tx, scope, facts) : [sensitiveSection(facts)]),
    ],
    missing: missingIn(answers).map((field) => labels[field] ?? field),
    answers: Object.fromEntries(answers),
    versions,
  }
}

/** Returns what the committee has entered as its data protection officer's contact, or undefined. */
export async function officerContact(tx: ReadTx, scope: Scope): Promise<string | undefined> {
  const [latest] = await listVersions(tx, scope, 'record')
  return latest?.answers.officer || undefined
}

function prefilledFor(
  document: DataProtectionDocument,
  { facts, committee, municipality }: { facts: InstallationFacts; committee: string; municipality: string },
): Answers {
  if (document === 'assessment') return documentTexts.assessment.prefilled
  const number = facts.organisationNumber ? [`organisationsnummer ${facts.organisationNumber}`] : []
  return {
    ...documentTexts.record.prefilled,
    contact: [committee, municipality, ...number, facts.functionAddress].join(', '),
  }
}

function aboutSection(committee: string, municipality: string, chosen: SavedVersion | undefined): PrintedSection {
  const rows = [
    { label: 'Personuppgiftsansvarig', value: `${committee}, ${municipality}` },
    { label: documentTexts.version, value: chosen ? String(chosen.version) : documentTexts.unsaved },
    ...(chosen
      ? [
          { label: documentTexts.date, value: formatInstant(chosen.savedAt, 'sv') },
          { label: documentTexts.savedBy, value: chosen.savedBy },
        ]
      : []),
  ]
  return { heading: documentTexts.headings.about, paragraphs: [], groups: [rows] }
}

function writtenSection(field: DataProtectionField, heading: string, text: string): PrintedSection {
  const risk = assessedRisks.find((it) => it === field)
  const written = text === '' ? documentTexts.missing : text
  if (risk === undefined) return { heading, paragraphs: [written], groups: [] }
  const { measures, decide } = documentTexts.assessment.risks[risk]
  return {
    heading,
    paragraphs: [
      `${documentTexts.measures}: ${measures}`,
      `${documentTexts.decide}: ${decide}`,
      `${documentTexts.judgement}: ${written}`,
    ],
    groups: [],
  }
}

async function factSections(tx: ReadTx, scope: Scope, facts: InstallationFacts): Promise<readonly PrintedSection[]> {
  const { headings, persons, data, signIn } = documentTexts
  const count = (label: string, value: number) => ({ label, value: String(value) })
  const held = (role: string) => facts.roles[role] ?? 0
  const officers = roles.filter((role) => role !== 'manager' && role !== 'politician')
  const codesFor: Readonly<Record<string, string>> = signIn.codesFor
  const rules = rulesOn(await listRules(tx, scope), scope.today)
  const said = retentionTexts('sv')
  const section = (heading: string, group: PrintedSection['groups'][number]) => ({
    heading,
    paragraphs: [],
    groups: [group],
  })
  return [
    section(headings.persons, [
      count(persons.representatives, facts.representatives),
      count(persons.managers, held('manager')),
      count(
        persons.officers,
        officers.reduce((sum, role) => sum + held(role), 0),
      ),
      { label: persons.users, value: persons.usersNote },
    ]),
    section(headings.data, [
      ...data.identity.map((label) => ({ label, value: documentTexts.yes })),
      count(data.relations, facts.relations),
      count(data.visits, facts.visits),
      count(data.reports, facts.reports),
      count(data.claims, facts.claims),
      count(data.letters, facts.letters),
      count(data.log, facts.logRows),
    ]),
    section(
      headings.access,
      roles.map((role) => count(peopleTexts('sv').roles[role], held(role))),
    ),
    section(headings.signIn, [
      { label: signIn.codes, value: codesFor[facts.codes] ?? facts.codes },
      { label: signIn.passkeys, value: facts.passkeys ? documentTexts.yes : documentTexts.no },
      ...facts.providers.map(({ label, kind }) => ({ label: `${label} (${kind.toUpperCase()})`, value: signIn.on })),
      count(signIn.emergency, facts.emergencyLogins),
    ]),
    section(
      headings.retention,
      retentionKinds.map((kind) => ({ label: said.kinds[kind], value: ruleInWords(rules.get(kind)) })),
    ),
    sensitiveSection(facts),
  ]
}

function sensitiveSection(facts: InstallationFacts): PrintedSection {
  const { headings, sensitive } = documentTexts
  return {
    heading: headings.sensitive,
    paragraphs: [],
    groups: [
      [
        { label: sensitive.hasProtected, value: facts.hasProtected ? documentTexts.yes : documentTexts.no },
        { label: sensitive.numbersForSignIn, value: String(facts.numbersForSignIn) },
        { label: sensitive.numbersForPayroll, value: String(facts.numbersForPayroll) },
        { label: sensitive.party, value: documentTexts.yes },
      ],
    ],
  }
}

type Rule = { readonly action: string; readonly years: number | null; readonly countedFrom: 'event' | 'year-end' }

/** Returns the retention rule as a sentence; without one everything is kept. */
export function ruleInWords(rule: Rule | undefined, language: 'sv' | 'en' = 'sv'): string {
  const texts = retentionTexts(language)
  if (rule === undefined) return texts.noRule
  if (rule.action === 'keep') return texts.keep
  if (rule.action === 'at-event') return texts.atEvent
  return texts.afterYears(rule.years ?? 0, texts.counted[rule.countedFrom])
}
