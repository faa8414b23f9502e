import { expect, it } from 'vitest'
import { answer, aDraftToCheck, type CheckedDraft, finish, send } from '../reports/a-checked-draft.ts'
import { getFrozen } from '../reports/index.ts'
import { listChecks } from '../reports/reports.check.store.ts'
import { disposeOf } from './disposal.store.ts'

async function dispose({ town, id }: CheckedDraft, kind: 'report' | 'report-draft'): Promise<void> {
  const said = { day: town.clock.today(), sentence: 'Gallrad.' }
  await town.database.transaction(town.cast, (tx) => disposeOf(tx, kind, [id], said))
}

/** How many texts are left of what was sent, and what is left of the answer. */
async function left({ town, id }: CheckedDraft) {
  const [check] = await town.database.read(town.cast, (tx) => listChecks(tx, town.cast.system(), { reportId: id }))
  return [check?.sent.items.length, check?.units[0]?.comment, check?.units[0]?.answers.length]
}

it.each([
  ['within the authority', 'solgarden', 'manager', [0, '', 0]],
  ['to a private provider', 'angen', 'privateManager', [2, 'Ni var tre.', 1]],
] as const)('what was sent %s goes with its draft unless it is an official document', async (_, unit, who, kept) => {
  const draft = await aDraftToCheck('means: check, days: 7', [unit])
  await send(draft, unit === 'angen' ? { dispatch: 'yes' } : {})
  await answer(draft, { 'said.text.fritt': 'Maten är varm.', comment: 'Ni var tre.' }, who)
  expect((await finish(draft)).status).toBe(303)
  expect(await left(draft)).toEqual([2, 'Ni var tre.', 1])
  await dispose(draft, 'report-draft')
  expect(await left(draft)).toEqual(kept)
  await dispose(draft, 'report')
  expect(await left(draft)).toEqual([0, '', 0])
  const { town, id } = draft
  const { checked } = await town.database.read(town.cast, (tx) => getFrozen(tx, town.cast.as('secretary'), id))
  expect(checked).toBeUndefined()
})
