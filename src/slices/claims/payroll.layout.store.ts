import { and, asc, eq, sql } from 'drizzle-orm'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { person } from '../people/people.tables.ts'
import { payrollLayoutSchema } from './payroll.layout.export.ts'
import type { PayrollLayout } from './payroll.layout.rules.ts'
import { payrollLayout } from './payroll.layout.tables.ts'

export type LayoutRow = {
  readonly id: string
  readonly version: number
  readonly layout: PayrollLayout
  readonly changedAt: Instant
  readonly changedBy: string
}

/** Returns the layouts of the municipality by name. */
export async function listLayouts(tx: ReadTx | Tx): Promise<readonly LayoutRow[]> {
  return (await selected(tx).orderBy(asc(payrollLayout.name))).map(layoutRow)
}

/** Returns one layout. Throws `NotFound`. */
export async function getLayout(tx: ReadTx | Tx, id: string): Promise<LayoutRow> {
  const [row] = await selected(tx).where(eq(payrollLayout.id, id))
  if (row === undefined) throw new NotFound('payroll layout')
  return layoutRow(row)
}

function selected(tx: ReadTx | Tx) {
  return tx
    .select({
      id: payrollLayout.id,
      version: payrollLayout.version,
      name: payrollLayout.name,
      layout: payrollLayout.layout,
      changedAt: payrollLayout.changedAt,
      changedBy: person.name,
    })
    .from(payrollLayout)
    .innerJoin(person, eq(person.id, payrollLayout.changedById))
}

function layoutRow({ name, layout, ...row }: Awaited<ReturnType<typeof selected>>[number]): LayoutRow {
  return { ...row, layout: payrollLayoutSchema.parse({ ...(layout as object), name }) }
}

type Saved = { readonly layout: PayrollLayout; readonly by: string; readonly at: Instant }

/** Whether another layout of the municipality has the name. */
export async function isNameTaken(tx: Tx, name: string, id: string | undefined): Promise<boolean> {
  const found = await tx.select({ id: payrollLayout.id }).from(payrollLayout).where(eq(payrollLayout.name, name))
  return found.some((row) => row.id !== id)
}

/** Adds a layout. Returns its id. */
export async function addLayout(tx: Tx, municipalityId: string, saved: Saved): Promise<string> {
  const [row] = await tx
    .insert(payrollLayout)
    .values({ municipalityId, ...columnsOf(saved) })
    .returning({ id: payrollLayout.id })
  if (row === undefined) throw new Error('the layout was not saved')
  return row.id
}

/** Changes a layout. Returns false when it has another version by now. */
export async function putLayout(tx: Tx, id: string, version: number, saved: Saved): Promise<boolean> {
  const rows = await tx
    .update(payrollLayout)
    .set({ ...columnsOf(saved), version: sql`${payrollLayout.version} + 1` })
    .where(and(eq(payrollLayout.id, id), eq(payrollLayout.version, version)))
    .returning({ id: payrollLayout.id })
  return rows.length === 1
}

/** Takes a layout away. Returns false when it has another version by now. */
export async function dropLayout(tx: Tx, id: string, version: number): Promise<boolean> {
  const rows = await tx
    .delete(payrollLayout)
    .where(and(eq(payrollLayout.id, id), eq(payrollLayout.version, version)))
    .returning({ id: payrollLayout.id })
  return rows.length === 1
}

function columnsOf({ layout: { name, ...layout }, by, at }: Saved) {
  return { name, layout, changedById: by, changedAt: at }
}
