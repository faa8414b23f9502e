import { dayFromIso } from '../../src/kernel/date.ts'
import { type Command, execute } from '../../src/platform/command.ts'
import { aHeldVisit } from '../../src/slices/reports/a-held-visit.ts'
import { followVisit } from '../../src/slices/claims/claims.commands.ts'
import { listClaims } from '../../src/slices/claims/claims.store.ts'
import { finaliseReport, saveDraft, startReport } from '../../src/slices/reports/index.ts'
import type { TestApp } from './app.ts'
import { type CastName, must } from './cast.ts'

/** What every text that somebody writes in a life carries, so that it is known again wherever it leaks out. */
export const mark = ({ municipality, committee }: TestApp['cast']['place']) => `Märkt ${municipality} ${committee}`

/**
 * Lets a committee do a bit of everything: a booked visit, held visits at two units with a draft and final reports, claims
 * confirmed to exported, a draft of a guideline, a trial of one. Under the guideline of Hedemora with its questions answered.
 */
export async function aLife(town: TestApp): Promise<void> {
  const { database, clock, cast } = town
  const word = mark(cast.place)
  const run = <I, O>(name: CastName, definition: Command<I, O>, input: unknown) =>
    must(execute({ database, clock }, cast.as(name), definition, input))
  const booking = { units: cast.units.solgarden, day: '2026-11-10', start: '13.00', end: '15.00', seen: 'yes' }
  await posted(town, 'anna', '/besok/nytt', { ...booking, place: word })

  const visits = [
    ['2026-05-04', 'solgarden', ['anna', 'bengt']],
    ['2026-05-05', 'bjorken', ['cecilia', 'david']],
    ['2026-06-08', 'bjorken', ['cecilia', 'david']],
  ] as const
  for (const [day, unit, who] of visits) {
    const held = { day, unitId: cast.units[unit], who: who.map((name) => cast.people[name]) }
    const visitId = await aHeldVisit(database, cast, held)
    const { id } = await run(who[0], startReport, { visitId })
    await run(who[0], saveDraft, { id, version: '1', 'text.HED-09-safety': `${word} ${unit}` })
    if (day < '2026-06-01') await run(who[0], finaliseReport, { id, version: '2' })
    await must(execute({ database, clock }, cast.system(), followVisit, { visitId }))
  }
  await town.workOff()

  const claims = await database.read(cast, (tx) => listClaims(tx, cast.system(), {}))
  for (const claim of claims.filter(({ visitDay }) => visitDay < dayFromIso('2026-06-01'))) {
    const owner = (['anna', 'bengt', 'cecilia', 'david'] as const).find((it) => cast.people[it] === claim.personId)
    if (owner === undefined) throw new Error('a claim of nobody')
    await posted(town, owner, `/arvoden/${claim.id}/bekraftelse`, { version: String(claim.version) })
  }
  await posted(town, 'secretary', '/riktlinje/utkast/nytt', { base: `version:${cast.guidelineVersionId}` })
}

async function posted(town: TestApp, name: CastName, path: string, form: Readonly<Record<string, string>>) {
  const answer = await town.post(name, path, form)
  if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}: ${textOf(await answer.text())}`)
}

function textOf(page: string): string {
  return page
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 600)
}
