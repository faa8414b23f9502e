import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Day, dayFromIso } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { gather } from '../../platform/db/facts.ts'
import type { Scope } from '../../platform/scope.ts'
import { committee } from '../directory/directory.tables.ts'
import {
  feeRulesVersion,
  guidelineAdoption,
  guidelineReview,
  guidelineVersion,
  interpretation,
} from './guidelines.tables.ts'

const day = z.string().transform(dayFromIso)

const shelfSchema = z.object({
  versions: z.array(
    z.object({
      id: z.uuid(),
      key: z.string(),
      title: z.string(),
      adoption: z
        .object({
          decidedOn: day,
          paragraph: z.string(),
          registrationNumber: z.string().nullable(),
          validFrom: day,
          invented: z.boolean(),
        })
        .nullable()
        .transform((adoption) => adoption ?? undefined),
      interpretations: z.array(
        z.object({
          id: z.uuid(),
          silenceId: z.string(),
          answer: z.union([z.string(), z.number(), z.boolean()]),
          decidedBy: z.string(),
          decidedOn: day,
          paragraph: z.string(),
          validFrom: day,
          invented: z.boolean(),
        }),
      ),
      reviews: z.array(z.object({ id: z.uuid(), on: day, paragraph: z.string(), outcome: z.string() })),
    }),
  ),
  feeRules: z.array(z.object({ id: z.uuid(), key: z.string() })),
})

/** What stands on the committee's shelf, without the texts themselves: guideline versions and fee rules, oldest first. */
export type Shelf = z.infer<typeof shelfSchema>
export type VersionRow = Shelf['versions'][number]

/**
 * Returns every version of the committee's guideline with its adoption, local interpretations and reviews, and of the
 * municipality's fee rules, in one statement. The texts are left out: they are long, never change, and are kept once read.
 */
export async function readShelf(tx: ReadTx | Tx, scope: Scope): Promise<Shelf> {
  return shelfSchema.parse(
    await gather(tx, {
      versions: sql`select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'key', v.key, 'title', v.title,
        'adoption', (select jsonb_build_object('decidedOn', a.decided_on, 'paragraph', a.paragraph,
          'registrationNumber', a.registration_number, 'validFrom', a.valid_from,
          'invented', a.invented) from guideline_adoption a where a.guideline_version_id = v.id),
        'interpretations', (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'silenceId', i.silence_id, 'answer', i.answer,
          'decidedBy', i.decided_by, 'decidedOn', i.decided_on, 'paragraph', i.paragraph, 'validFrom', i.valid_from,
          'invented', i.invented) order by i.valid_from, i.id), '[]') from interpretation i where i.guideline_version_id = v.id),
        'reviews', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'on', r.reviewed_on, 'paragraph', r.paragraph,
          'outcome', r.outcome) order by r.reviewed_on), '[]') from guideline_review r where r.guideline_version_id = v.id))
        order by v.id), '[]') from guideline_version v where v.committee_id = ${scope.committeeId}`,
      feeRules: sql`select coalesce(jsonb_agg(jsonb_build_object('id', id, 'key', key) order by id), '[]') from fee_rules_version`,
    }),
  )
}

/** Returns every version of the committee's guideline with its adoption and local interpretations, oldest first. */
export async function listVersions(tx: ReadTx | Tx, scope: Scope): Promise<readonly VersionRow[]> {
  return (await readShelf(tx, scope)).versions
}

/** Returns the file of a guideline version. Throws `NotFound`. */
export async function guidelineSource(tx: ReadTx | Tx, id: string): Promise<string> {
  const [row] = await tx
    .select({ source: guidelineVersion.source })
    .from(guidelineVersion)
    .where(eq(guidelineVersion.id, id))
  if (!row) throw new NotFound('guideline version')
  return row.source
}

/** Returns the file of a version of the fee rules. Throws `NotFound`. */
export async function feeRulesSource(tx: ReadTx | Tx, id: string): Promise<string> {
  const [row] = await tx
    .select({ source: feeRulesVersion.source })
    .from(feeRulesVersion)
    .where(eq(feeRulesVersion.id, id))
  if (!row) throw new NotFound('fee rules')
  return row.source
}

/** Returns one version of the committee's guideline. Throws `NotFound`. */
export async function getVersion(tx: ReadTx | Tx, scope: Scope, id: string): Promise<VersionRow> {
  const found = (await listVersions(tx, scope)).find((version) => version.id === id)
  if (!found) throw new NotFound('guideline version')
  return found
}

/** Returns the ids of the municipality's committees: its fee rules hold in each. */
export async function committeeIds(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.select({ id: committee.id }).from(committee).orderBy(committee.id)
  return rows.map(({ id }) => id)
}

/** Locks the version so that it is adopted once. Throws `NotFound`. */
export async function lockVersion(tx: Tx, scope: Scope, id: string): Promise<void> {
  const [row] = await tx
    .select({ id: guidelineVersion.id })
    .from(guidelineVersion)
    .where(and(eq(guidelineVersion.id, id), eq(guidelineVersion.committeeId, scope.committeeId)))
    .for('update')
  if (!row) throw new NotFound('guideline version')
}

export async function addVersion(tx: Tx, row: typeof guidelineVersion.$inferInsert): Promise<void> {
  await tx.insert(guidelineVersion).values(row)
}

export async function addAdoption(tx: Tx, row: typeof guidelineAdoption.$inferInsert): Promise<void> {
  await tx.insert(guidelineAdoption).values(row)
}

export async function addInterpretation(tx: Tx, row: typeof interpretation.$inferInsert): Promise<void> {
  await tx.insert(interpretation).values(row)
}

export async function addReview(tx: Tx, row: typeof guidelineReview.$inferInsert): Promise<void> {
  await tx.insert(guidelineReview).values(row)
}

export async function addFeeRules(tx: Tx, row: typeof feeRulesVersion.$inferInsert): Promise<void> {
  await tx.insert(feeRulesVersion).values(row)
}

/** Whether there is an answer to the question from the same day already. */
export function isAnswered(version: VersionRow, silenceId: string, from: Day): boolean {
  return version.interpretations.some((it) => it.silenceId === silenceId && it.validFrom === from)
}
