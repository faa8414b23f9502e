import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { must, testClock } from './support/cast.ts'
import { aTestDatabase } from './support/database.ts'
import { withOwner } from './support/global-setup.ts'
import { aPayrollTown } from './support/payroll-town.ts'

// What makes migrations adds a property to every array there is, and the files after this one share them.
afterAll(() => {
  Reflect.deleteProperty(Array.prototype, 'random')
})

const root = join(import.meta.dirname, '..')

async function declaredTables(): Promise<Record<string, unknown>> {
  const files = (await readdir(join(root, 'src'), { recursive: true })).filter((file) => file.endsWith('.tables.ts'))
  const modules = await Promise.all(files.map((file) => import(join(root, 'src', file))))
  return Object.assign({}, ...modules)
}

async function lastSnapshot(): Promise<Parameters<typeof generateMigration>[0]> {
  const meta = join(root, 'migrations', 'meta')
  const names = (await readdir(meta)).filter((name) => name.endsWith('_snapshot.json')).sort()
  return JSON.parse(await readFile(join(meta, names.at(-1) ?? ''), 'utf8'))
}

describe('the migrations', () => {
  it('make the very tables that the program declares', async () => {
    const declared = generateDrizzleJson(await declaredTables())
    expect(await generateMigration(await lastSnapshot(), declared)).toEqual([])
  })

  it('tell the other committees what had gone to payroll before them, as the program itself tells it', async () => {
    const { database, connections } = await aTestDatabase()
    const town = await aPayrollTown(database, testClock())
    const gone = [await town.hold({ day: '2026-05-04' }), await town.hold({ day: '2026-05-11', start: 960, end: 1080 })]
    for (const visit of gone) await town.approve(visit)
    await must(town.exportAll())
    // What has not gone out yet is told at its next step.
    await town.hold({ day: '2026-05-18', who: ['bengt'] })
    const begun = (await readFile(join(root, 'migrations', '0009_fees_and_payroll.sql'), 'utf8')).split(
      '-- What has gone to payroll stands',
    )[1]
    await withOwner(connections.owner, async (owner) => {
      await owner.query('alter table paid_time no force row level security')
      const told = async () => {
        const { rows } = await owner.query(
          `select to_jsonb(t) - array['id', 'entered_at'] as row from paid_time t where standing order by day`,
        )
        return z.array(z.object({ row: z.record(z.string(), z.unknown()) })).parse(rows)
      }
      const byTheProgram = await told()
      expect(byTheProgram).toHaveLength(2)
      await owner.query('delete from paid_time')
      await owner.query(`-- ${begun}`)
      expect(await told()).toEqual(byTheProgram)
      expect((await owner.query('select from paid_time')).rowCount).toBe(2)
    })
  })
})
