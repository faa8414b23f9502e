import { expect, it } from 'vitest'
import type { CastName } from '../../../tests/support/cast.ts'
import { aDraftToCheck, answer, type CheckedDraft, finish, said, send } from './a-checked-draft.ts'

// What was written before the report was final is as secret as the report.
const ground = '26 kap. 1 § OSL'
const mark = ({ town, at }: CheckedDraft, more: Readonly<Record<string, string>>) =>
  town.post('secretary', `${at}/sekretess`, { legalGround: ground, reason: 'En enskild kan kännas igen', ...more })

async function readers({ town }: CheckedDraft): Promise<readonly (CastName | undefined)[]> {
  const log = JSON.parse((await said(town.get('auditor', '/logg/logg.json?slag=reports')))[1])
  type Entry = { readonly command: string; readonly actor: { readonly id: string } }
  const names = new Map(Object.entries(town.cast.people).map(([name, id]) => [id, name as CastName]))
  return log.entries
    .filter(({ command }: Entry) => command === 'reports.read-restricted')
    .map(({ actor }: Entry) => names.get(actor.id))
    .toReversed()
}

it('the draft that a manager checked is masked for them, and opened with a row in the log by those who may', async () => {
  const draft = await aDraftToCheck('means: comment, days: 10')
  const { town, at } = draft
  await send(draft)
  await answer(draft, { comment: 'Maten var kall den dagen.' })
  expect((await finish(draft)).status).toBe(303)
  const [, before] = await said(town.get('manager', `${at}/sakgranskning`))
  expect(before).toContain('Maten var kall.')
  expect((await mark(draft, { what: 'passages', words: 'Maten var kall' })).status).toBe(303)
  const [, passages] = await said(town.get('manager', `${at}/sakgranskning`))
  expect(passages).not.toContain('Maten var kall')
  expect(passages).toContain(`[Sekretess: ${ground}] den dagen.`)
  expect(passages).toContain('Värm tallrikarna.')
  expect((await mark(draft, { what: 'whole' })).status).toBe(303)
  expect((await said(town.get('manager', `${at}/sakgranskning`)))[1]).not.toMatch(/kall|Värm/)
  expect(await readers(draft)).toEqual([])
  for (const name of ['anna', 'secretary'] as const)
    expect((await said(town.get(name, `${at}/sakgranskning`)))[1]).toContain('Maten var kall.')
  expect(await readers(draft)).toEqual(['anna', 'secretary'])
})

it('a passage that was put otherwise in the draft masks all of what was sent', async () => {
  const draft = await aDraftToCheck('means: comment, days: 10')
  const { town, at } = draft
  await send(draft)
  await answer(draft, { comment: 'Bra.' })
  await town.post('anna', `${at}/utkast`, { version: '2', next: 'save', 'text.fritt': 'Lunchen var kall.' })
  expect((await finish(draft, '3')).status).toBe(303)
  expect((await mark(draft, { what: 'passages', words: 'Lunchen' })).status).toBe(303)
  expect((await said(town.get('manager', `${at}/sakgranskning`)))[1]).not.toMatch(/Maten|kall|Värm/)
})

it.each(['utkast', 'kontroll', 'sakgranskning/skicka'])(
  'a marked draft is read at /%s with a row in the log',
  async (page) => {
    const draft = await aDraftToCheck('means: comment, days: 10')
    const { town, at } = draft
    expect((await mark(draft, { what: 'whole' })).status).toBe(303)
    expect((await said(town.get('anna', `${at}/${page}`)))[0]).toBe(200)
    expect(await readers(draft)).toEqual(['anna'])
  },
)
