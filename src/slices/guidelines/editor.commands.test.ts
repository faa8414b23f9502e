import { beforeAll, describe, expect, it } from 'vitest'
import { aCast, type Cast, must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import type { Finding } from '../../engine/index.ts'
import { execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import { appointmentsFacts } from '../appointments/index.ts'
import { directoryFacts, listMeetings } from '../directory/index.ts'
import { peopleFacts } from '../people/index.ts'
import { aHeldVisit } from '../reports/a-held-visit.ts'
import { visitsFacts } from '../visits/index.ts'
import { ruleFields } from './editor-answers.rules.ts'
import { removeRule, saveRule } from './editor-rules.commands.ts'
import { deleteDraft, proposeDraft, putBackFile, startDraft, undoDraft } from './editor.commands.ts'
import { readDraft } from './editor.page.ts'
import { rulesOf } from './editor.rules.ts'
import { getDraft, listDrafts } from './editor.store.ts'
import { adoptGuideline, judge, listVersions } from './index.ts'

const clock = testClock()
let database: Database
let cast: Cast
beforeAll(async () => {
  database = await aDatabase()
  cast = await aCast(database, clock)
})

const run = <I, O>(
  definition: Parameters<typeof execute<I, O>>[2],
  input: unknown,
  name: 'secretary' | 'anna' = 'secretary',
) => execute({ database, clock }, cast.as(name), definition, input)
const begun = async () => (await must(run(startDraft, { base: 'version', versionId: cast.guidelineVersionId }))).id
const draftOf = (id: string) => database.read(cast, (tx) => getDraft(tx, cast.as('secretary'), id))

/** The rule of a kind with its number, and the fields that its page would show. */
async function ruleIn(id: string, kind: string) {
  const { data } = readDraft(await draftOf(id), 'sv')
  const index = rulesOf(data).findIndex((rule) => rule.kind === kind)
  const rule = rulesOf(data)[index]
  return { number: index + 1, fields: ruleFields(data, rule?.data ?? {}, kind) }
}

async function shortened(id: string, version = 1) {
  const { number, fields } = await ruleIn(id, 'visits.length')
  const answers = { ...fields, 'values.mostMinutes.hours': '1', 'values.mostMinutes.minutes': '' }
  return run(saveRule, { draftId: id, version, rule: number, kind: 'visits.length', fields: answers })
}

describe('when two save at once', () => {
  it('one of them is told, and nothing is lost of the other', async () => {
    const id = await begun()
    const outcomes = await Promise.all([shortened(id), run(removeRule, { draftId: id, version: 1, rule: 1 })])
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      code: 'guidelines.draft-changed',
      facts: { by: 'Secretary Exempel', version: 2 },
    })
    expect((await draftOf(id)).version).toBe(2)
  })
})

describe('who may write', () => {
  it('a politician may not', async () => {
    await expect(run(startDraft, { base: 'nothing' }, 'anna')).rejects.toThrow('guidelines.start-draft')
  })

  it('a draft of another town does not exist', async () => {
    const id = await begun()
    const other = await aCast(database, clock, { slug: 'granby' })
    const asOther = execute({ database, clock }, other.as('secretary'), deleteDraft, { draftId: id, version: 1 })
    await expect(asOther).rejects.toThrow('guideline draft')
    const theirs = await database.read(other, (tx) => listDrafts(tx, other.as('secretary')))
    expect(theirs).toEqual([])
  })
})

describe('when the last save is undone', () => {
  it('the text is as it was, and undoing once more goes forward again', async () => {
    const id = await begun()
    const before = (await draftOf(id)).source
    await must(shortened(id))
    const after = (await draftOf(id)).source
    await must(run(undoDraft, { draftId: id, version: 2 }))
    expect((await draftOf(id)).source).toBe(before)
    await must(run(undoDraft, { draftId: id, version: 3 }))
    expect((await draftOf(id)).source).toBe(after)
  })

  it('there is nothing to undo in a draft that is only begun', async () => {
    expect(await run(undoDraft, { draftId: await begun(), version: 1 })).toMatchObject({
      code: 'guidelines.nothing-to-undo',
    })
  })
})

describe('when a draft becomes a proposal', () => {
  it('one with mistakes is refused, and stays a draft', async () => {
    const id = await begun()
    const file = { ok: true, text: (await draftOf(id)).source.replace('mostMinutes: 180', 'mostMinutes: många') }
    await must(run(putBackFile, { draftId: id, version: 1, file }))
    expect(await run(proposeDraft, { draftId: id, version: 2 })).toMatchObject({
      code: 'guidelines.draft-has-problems',
    })
    expect((await draftOf(id)).version).toBe(2)
  })

  it('each gets a name of its own among the committee’s, and the drafts are gone', async () => {
    const [one, other] = [await begun(), await begun()]
    const first = await must(run(proposeDraft, { draftId: one, version: 1 }))
    const second = await must(run(proposeDraft, { draftId: other, version: 1 }))
    expect(first.key).toMatch(/^hedemora-omsorgsnamnden-2026-\d+$/)
    expect(Number(second.key.split('-').at(-1))).toBe(Number(first.key.split('-').at(-1)) + 1)
    await expect(draftOf(one)).rejects.toThrow('guideline draft')
  })

  it('a draft that somebody has saved since is not proposed as it now is', async () => {
    const id = await begun()
    await must(shortened(id))
    expect(await run(proposeDraft, { draftId: id, version: 1 })).toMatchObject({ code: 'guidelines.draft-changed' })
  })
})

describe('when what was written is adopted', () => {
  const judged = async (visit: string): Promise<Finding | undefined> => {
    const scope = cast.as('secretary')
    const facts = {
      ...directoryFacts(scope),
      ...peopleFacts(scope),
      ...appointmentsFacts(scope),
      ...visitsFacts(scope),
    }
    const { evaluation } = await database.read(cast, (tx) => judge(tx, scope, facts))
    return evaluation.findings.find(({ kind, subject }) => kind === 'visits.length' && subject.id === visit)
  }

  it('a visit is judged by the old rule before that day, and by the new one from it', async () => {
    const { anna, bengt } = cast.people
    const held = (day: string) => aHeldVisit(database, cast, { day, unitId: cast.units.solgarden, who: [anna, bengt] })
    const [earlier, later] = [await held('2026-09-15'), await held('2026-10-02')]
    const id = await begun()
    await must(shortened(id))
    const proposal = await must(run(proposeDraft, { draftId: id, version: 2 }))
    expect(await judged(later)).toMatchObject({ outcome: 'satisfied', source: 'hedemora-omsorgsnamnden-2026' })
    const { decided } = await theMeeting()
    const adoption = { versionId: proposal.id, meetingId: decided, paragraph: '§ 51', validFrom: '2026-10-01' }
    await must(run(adoptGuideline, { ...adoption, registrationNumber: 'ON 2026/12' }))
    expect(await judged(earlier)).toMatchObject({ outcome: 'satisfied', source: 'hedemora-omsorgsnamnden-2026' })
    expect(await judged(later)).toMatchObject({ outcome: 'deviates', source: proposal.key })
    const versions = await database.read(cast, (tx) => listVersions(tx, cast.as('secretary')))
    expect(versions.find((it) => it.id === proposal.id)?.adoption).toMatchObject({
      paragraph: '§ 51',
      registrationNumber: 'ON 2026/12',
    })
  })

  it('another day than the meeting’s is refused at its field', async () => {
    const proposal = await must(run(proposeDraft, { draftId: await begun(), version: 1 }))
    const { decided } = await theMeeting()
    const adoption = { versionId: proposal.id, meetingId: decided, paragraph: '§ 52', validFrom: '2026-10-05' }
    expect(await run(adoptGuideline, { ...adoption, decidedOn: '2026-09-21' })).toMatchObject({
      code: 'guidelines.other-day-than-meeting',
      field: 'decidedOn',
    })
  })

  it('neither meeting nor day is refused', async () => {
    const adoption = { versionId: cast.guidelineVersionId, paragraph: '§ 52', validFrom: '2026-10-05' }
    expect(await run(adoptGuideline, adoption)).toMatchObject({
      code: 'input',
      issues: [{ field: 'decidedOn', code: 'decided-on-missing' }],
    })
  })
})

async function theMeeting() {
  const meetings = await database.read(cast, (tx) => listMeetings(tx, cast.as('secretary')))
  return { decided: meetings.filter(({ day }) => day <= clock.today()).at(-1)?.id }
}
