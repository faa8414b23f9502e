import { and, desc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { attachmentKinds } from '../../kernel/attachment.ts'
import { type Day, dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import { type Instant, instantFromIso, isoFromInstant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { maskedReport } from './reports.masking.rules.ts'
import { mayReadRestricted } from './reports.restriction.rules.ts'
import { listRestrictions } from './reports.restriction.store.ts'
import { getReport } from './reports.store.ts'
import { reportDocument } from './reports.tables.ts'

const day = z.codec(z.string(), z.custom<Day>(Number.isSafeInteger), { decode: dayFromIso, encode: isoFromDay })
const instant = z.codec(z.string(), z.custom<Instant>(Number.isSafeInteger), {
  decode: instantFromIso,
  encode: isoFromInstant,
})
const text = z.string()
/** Who registered what an author said by phone, and on which day that was. */
const registered = z.object({ by: text, calledOn: day })

/** Reports that were frozen before a proposal named who is to answer it have the text alone. */
const answered = z.object({ text, answerer: text })
const proposal = z.codec(z.union([text, answered]), answered, {
  decode: (said) => (typeof said === 'string' ? { text: said, answerer: '' } : said),
  encode: (said) => said,
})

/** What changed in a version, by heading, with who changed it, when and why. */
const correction = z.object({
  kind: z.enum(['correction', 'dissent']),
  by: z.object({ personId: text, name: text }),
  on: day,
  why: text,
  changed: z.array(text),
})

/**
 * The final report with everything it says and every name as it was: what the page shows and the PDF is made from.
 * Its words are Swedish, the language of the authority (språklagen 10 §).
 */
const frozenReportSchema = z.object({
  format: z.literal('namndkontakt/report@1'),
  /** 1 for the report as it was first made final; a correction is the next. */
  version: z.int().min(1).default(1),
  municipality: text,
  committee: text,
  title: text,
  registrationNumber: text.optional(),
  units: z.array(z.object({ id: text, name: text })),
  visit: z.object({ id: text, day, start: z.number(), end: z.number() }),
  /** Who came, each with the own times where they were noted: minutes since midnight. */
  participants: z.array(
    z.object({
      personId: text,
      name: text,
      description: text.optional(),
      start: z.number().optional(),
      end: z.number().optional(),
    }),
  ),
  met: z.array(z.object({ key: text.optional(), audience: text, met: z.boolean(), explanation: text.optional() })),
  deviations: z.array(z.object({ rule: text, text, clause: text, outcome: text, explanation: text.optional() })),
  topics: z.array(z.object({ key: text, audience: text.optional(), heading: text, text })),
  proposals: z.array(proposal),
  questions: z.array(text),
  guideline: z.object({ id: text, title: text, version: text }).optional(),
  /** Absent for the politicians' own. The writer's name then stands among the authors, without a person. */
  writtenBy: z.enum(['manager', 'officer']).optional(),
  authors: z.array(
    z.object({ personId: text, name: text, signedAt: instant.optional(), registered: registered.optional() }),
  ),
  /** Those whose signatures it asks for, where that is not all of the authors: the rapporteur's. */
  signatories: z.array(text).optional(),
  /** To whom it goes when it leaves the authors: the committee, and the managers by name. */
  receivers: z.array(text).optional(),
  dissents: z.array(z.object({ personId: text, name: text, text, on: day })).default([]),
  /** What made this version of the former one; absent in the first. */
  correction: correction.optional(),
  /** The files that go with it (bilagor), as they were when it was handed in. */
  attachments: z
    .array(z.object({ id: text, name: text, mediaType: z.enum(attachmentKinds), size: z.number(), sha256: text }))
    .default([]),
  drawnUp: day,
  createdAt: instant,
  /** The meeting it goes to, as the calendar was then. */
  meeting: z.object({ id: text, day }).optional(),
  /** What the managers said of the draft before it circulated, as far as it follows the report. */
  checked: z
    .object({
      means: z.enum(['check', 'comment']),
      sentOn: day,
      lastDay: day,
      replies: z.array(
        z.object({
          by: text,
          units: z.array(text),
          answeredOn: day,
          registered: registered.optional(),
          comment: text,
          /** What the manager found wrong and the authors left as it was. */
          wrong: z.array(z.object({ heading: text, text, said: text })),
        }),
      ),
      /** Units whose manager did not answer in time. */
      silent: z.array(text),
    })
    .optional(),
  /** For an oral report: who speaks, and what about. */
  oral: z.object({ speakerId: text, speaker: text, line: text, registered: registered.optional() }).optional(),
  marks: z.array(text),
})

export type FrozenReport = z.output<typeof frozenReportSchema>

/** Keeps a version of the final report. It is written once. */
export async function addDocument(tx: Tx, scope: Scope, reportId: string, frozen: FrozenReport): Promise<void> {
  const { municipalityId } = scope
  await tx
    .insert(reportDocument)
    .values({ municipalityId, reportId, version: frozen.version, frozen: frozenJson(frozen) })
}

/** A final report as the one who asks may read it. */
export type ReadReport = {
  readonly frozen: FrozenReport
  /** What is marked as secret is left out of it. */
  readonly isMasked: boolean
  /** The marks that stand. Whoever is shown the report unmasked while there are any is written in the log. */
  readonly marks: Awaited<ReturnType<typeof listRestrictions>>
  /** The PDF/A of just this; absent while it is not made yet, and for what is masked. */
  readonly pdf: Uint8Array | undefined
}

type Wanted = {
  /** The latest unless one is named. */
  readonly version?: number | undefined
  /** Masked even for those who may read everything: what is to be handed on to others. */
  readonly forOthers?: boolean
}

/**
 * Returns the final report as the one who asks may read it: whatever hands out what a report says comes this way. Throws
 * `NotFound` for a draft, for a version that is not there, and for a report that must not be seen.
 */
export async function readReport(
  tx: ReadTx | Tx,
  scope: Scope,
  reportId: string,
  { version, forOthers = false }: Wanted = {},
): Promise<ReadReport> {
  const { isRestricted, authors } = await getReport(tx, scope, reportId)
  const [row] = await tx
    .select({ frozen: reportDocument.frozen, pdf: reportDocument.pdf })
    .from(reportDocument)
    .where(
      and(
        eq(reportDocument.reportId, reportId),
        version === undefined ? undefined : eq(reportDocument.version, version),
      ),
    )
    .orderBy(desc(reportDocument.version))
    .limit(1)
  if (!row) throw new NotFound('report document')
  const frozen = parseFrozen(row.frozen)
  const marks = isRestricted ? await listRestrictions(tx, scope, reportId) : []
  const authorIds = authors.map(({ personId }) => personId)
  if (marks.length > 0 && (forOthers || !mayReadRestricted(scope, authorIds)))
    return { frozen: maskedReport(frozen, marks), isMasked: true, marks, pdf: undefined }
  return { frozen, isMasked: false, marks, pdf: row.pdf ?? undefined }
}

/** Returns the final report in its latest version, or the one named, as the one who asks may read it. Throws like `readReport`. */
export async function getFrozen(
  tx: ReadTx | Tx,
  scope: Scope,
  reportId: string,
  version?: number,
): Promise<FrozenReport> {
  return (await readReport(tx, scope, reportId, { version })).frozen
}

/** Keeps the PDF/A of a version unless there is one: it is made once. */
export async function savePdf(tx: Tx, reportId: string, version: number, pdf: Uint8Array): Promise<void> {
  await tx
    .update(reportDocument)
    .set({ pdf: Buffer.from(pdf) })
    .where(and(eq(reportDocument.reportId, reportId), eq(reportDocument.version, version), isNull(reportDocument.pdf)))
}

/** Returns the frozen report as JSON for the database. */
function frozenJson(frozen: FrozenReport): unknown {
  return z.encode(frozenReportSchema, frozen)
}

/** Returns the frozen report that the JSON says. Throws when it is not one: nothing else is ever written there. */
function parseFrozen(json: unknown): FrozenReport {
  return frozenReportSchema.parse(json)
}
