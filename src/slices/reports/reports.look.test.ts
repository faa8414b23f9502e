import { beforeAll, describe, expect, it } from 'vitest'
import { aPng } from '../../../tests/support/a-png.ts'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { must } from '../../../tests/support/cast.ts'
import { pdfFacts } from '../../../tests/support/pdf.ts'
import { type Command, execute } from '../../platform/command.ts'
import { saveLook } from '../municipalities/look.commands.ts'
import { aHeldVisit } from './a-held-visit.ts'
import { saveDraft, startReport } from './reports.commands.ts'
import { finaliseReport } from './reports.final.commands.ts'

let app: TestApp
beforeAll(async () => {
  app = await anApp({ answers: {} })
})

const run = <I, O>(name: 'anna' | 'administrator', definition: Command<I, O>, input: unknown) =>
  must(execute(app, app.cast.as(name), definition, input))

async function aFinalReport(day: string): Promise<string> {
  const { solgarden } = app.cast.units
  const visitId = await aHeldVisit(app.database, app.cast, { day, unitId: solgarden, who: [app.cast.people.anna] })
  const { id } = await run('anna', startReport, { visitId })
  await run('anna', saveDraft, { id, version: '1', 'proposal.1': 'Fler bänkar.', 'answerer.1': 'administration' })
  await run('anna', finaliseReport, { id, version: '2' })
  return id
}

const fileOf = async (id: string) =>
  new Uint8Array(await (await app.get('anna', `/rapporter/${id}/rapport.pdf`)).arrayBuffer())

describe('the municipality’s look on a report', () => {
  it('is on what is printed from then on, and never changes a file that is kept', async () => {
    const first = await aFinalReport('2026-09-15')
    await app.workOff()
    const kept = await fileOf(first)
    const look = { accent: '#7a1f3d', alternative: 'Ekbys vapen', logo: aPng(60, 80) }
    await run('administrator', saveLook, look)
    const second = await aFinalReport('2026-09-16')
    const asked = await fileOf(second)
    await app.workOff()

    expect(Buffer.from(await fileOf(first)).equals(kept)).toBe(true)
    expect((await pdfFacts(kept)).alternatives).toEqual([])
    const { alternatives, text } = await pdfFacts(await fileOf(second))
    expect(alternatives).toEqual(['Ekbys vapen'])
    expect(text).toContain('Flerbänkar.Svarbegärsavförvaltningen.')
    // What was made when it was asked for is the very file that the background work has kept.
    expect(Buffer.from(await fileOf(second)).equals(asked)).toBe(true)
  })
})
