import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { type CastName, must } from '../../../tests/support/cast.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { textTag } from '../../kernel/text-tag.ts'
import { type Command, execute } from '../../platform/command.ts'
import { listMailbox } from '../../platform/mail.ts'
import { attendance } from '../visits/visits.tables.ts'
import { aHeldVisit } from './a-held-visit.ts'
import { saveDraft, startReport } from './reports.commands.ts'
import { finaliseReport } from './reports.final.commands.ts'
import { getFrozen } from './reports.document.store.ts'
import { reportDocument } from './reports.tables.ts'
import { listVersionsOf } from './reports.versions.store.ts'

let town: TestApp

beforeAll(async () => {
  town = await anApp()
})

const run = <I, O>(name: CastName, definition: Command<I, O>, input: unknown) =>
  must(execute({ database: town.database, clock: town.clock }, town.cast.as(name), definition, input))
const pageOf = async (name: CastName, path: string) => (await town.get(name, path)).text()
const safety = 'text.HED-09-safety'

/** A final report of Anna's and Bengt's visit to Solgården. Returns its id. */
async function aFinalReport(day: string, texts: Readonly<Record<string, string>> = {}): Promise<string> {
  const { database, cast } = town
  const who = [cast.people.anna, cast.people.bengt]
  const visitId = await aHeldVisit(database, cast, { day, unitId: cast.units.solgarden, who })
  const { id } = await run('anna', startReport, { visitId })
  await run('anna', saveDraft, { id, version: '1', [safety]: 'Lugnt på natten.', ...texts })
  await run('anna', finaliseReport, { id, version: '2' })
  return id
}

const frozenOf = (id: string, version?: number) =>
  town.database.read(town.cast, (tx) => getFrozen(tx, town.cast.system(), id, version))
const versionsOf = (id: string) => town.database.read(town.cast, (tx) => listVersionsOf(tx, town.cast.system(), id))
const correct = (name: CastName, id: string, form: Readonly<Record<string, string>>) =>
  town.post(name, `/rapporter/${id}/rattelse`, form)

describe('correcting a final report', () => {
  test('makes a new version with the same number that names what changed, by whom, when and why; the old stays', async () => {
    const id = await aFinalReport('2026-09-01', { 'proposal.1': 'Fler bänkar.' })
    const page = await pageOf('anna', `/rapporter/${id}/rattelse`)
    expect(page).toContain('Lugnt på natten.')
    expect(page).toContain('Fler bänkar.')
    expect(page).toContain('med handlingarna till sammanträdet 20 oktober 2026')
    const answer = await correct('anna', id, {
      version: '1',
      [safety]: 'Lugnt på kvällen.',
      'proposal.1': 'Fler bänkar vid entrén.',
      why: 'Det gällde kvällen och inte natten.',
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/ekby/namnden/rapporter/${id}`])

    const final = await pageOf('cecilia', `/rapporter/${id}`)
    expect(final).toContain('Lugnt på kvällen.')
    expect(final).not.toContain('Lugnt på natten.')
    expect(final).toContain('Det här är version 2 av rapporten')
    expect(final).toContain('Anna Exempel rättade rapporten 6 oktober 2026.')
    expect(final).toContain('Förslag 1')
    expect(final).toContain('Det gällde kvällen och inte natten.')
    const [first, second] = [await frozenOf(id, 1), await frozenOf(id, 2)]
    expect(second.registrationNumber).toBe(first.registrationNumber)
    expect(final).toContain(`${first.registrationNumber}, version 2`)
    expect(second.correction).toMatchObject({
      kind: 'correction',
      by: { name: 'Anna Exempel' },
      why: 'Det gällde kvällen och inte natten.',
      changed: [expect.stringContaining('rygg'), 'Förslag 1'],
    })

    const older = await pageOf('cecilia', `/rapporter/${id}/version/1`)
    expect(older).toContain('Lugnt på natten.')
    expect(older).toContain('Det här är version 1. Det finns en nyare')
    expect(older).not.toContain('Rätta rapporten')
    expect((await town.get('cecilia', `/rapporter/${id}/version/2`)).status).toBe(303)
    for (const no of ['0', '3', 'x'])
      expect((await town.get('cecilia', `/rapporter/${id}/version/${no}`)).status).toBe(404)
  })

  test('each version has its own file, and the old file stays as it was', async () => {
    const id = await aFinalReport('2026-09-02')
    await town.workOff()
    const bytes = async (path: string) =>
      Buffer.from(await (await town.get('manager', `/rapporter/${id}${path}`)).arrayBuffer())
    const before = await bytes('/rapport.pdf')
    await correct('bengt', id, { version: '1', [safety]: 'Rättat.', why: 'Fel text.' })
    expect(await bytes('/version/1/rapport.pdf')).toEqual(before)
    await town.workOff()
    expect(await bytes('/rapport.pdf')).not.toEqual(before)
    expect(await bytes('/version/1/rapport.pdf')).toEqual(before)
    expect((await versionsOf(id)).map(({ version, isPrinted }) => [version, isPrinted])).toEqual([
      [1, true],
      [2, true],
    ])
  })

  test('managers and members are told that it is a correction, without a word of what is written', async () => {
    const id = await aFinalReport('2026-09-03')
    await town.workOff()
    await correct('anna', id, { version: '1', [safety]: 'Hemligt ändrat.', why: 'Därför att.' })
    await town.workOff()
    const mails = (await town.database.read(town.cast, (tx) => listMailbox(tx))).filter(({ subject, text }) =>
      subject.startsWith('Rättad rapport') ? text.includes(id) : false,
    )
    const { people } = town.cast
    expect(mails.map(({ personId }) => personId)).toEqual(
      expect.arrayContaining([people.manager, people.cecilia, people.bengt]),
    )
    expect(mails.some(({ personId }) => personId === people.anna)).toBe(false)
    expect(mails.map(({ text }) => text).join()).not.toContain('Hemligt')
  })

  test('whoever had read it has it among the unread again', async () => {
    const id = await aFinalReport('2026-09-04')
    const reading = `/rapporter/${id}/lasning`
    await town.post('cecilia', reading)
    expect(await pageOf('cecilia', '/rapporter')).not.toContain(reading)
    await correct('anna', id, { version: '1', [safety]: 'Ändrat.', why: 'Fel.' })
    expect(await pageOf('cecilia', '/rapporter')).toContain(reading)
    await town.post('cecilia', reading)
    expect(await pageOf('cecilia', '/rapporter')).not.toContain(reading)
  })

  test('the secretary corrects too, for an author who has left; others do not', async () => {
    const id = await aFinalReport('2026-09-07')
    for (const name of ['cecilia', 'chair', 'manager', 'auditor'] as const) {
      expect((await town.get(name, `/rapporter/${id}/rattelse`)).status).toBe(403)
      expect((await correct(name, id, { version: '1', [safety]: 'X', why: 'Y' })).status).toBe(403)
    }
    expect((await correct('secretary', id, { version: '1', [safety]: 'Rättat.', why: 'På begäran.' })).status).toBe(303)
    expect((await frozenOf(id)).correction?.by.name).toBe('Secretary Exempel')
  })

  test('without a reason, or with nothing changed, it comes back with what was typed', async () => {
    const id = await aFinalReport('2026-09-08')
    const noReason = await correct('anna', id, { version: '1', [safety]: 'Min rättelse.', why: ' ' })
    expect([noReason.status, await noReason.text()]).toEqual([422, expect.stringContaining('Min rättelse.')])
    const same = await correct('anna', id, { version: '1', [safety]: 'Lugnt på natten.', why: 'Ingenting.' })
    expect([same.status, await same.text()]).toEqual([422, expect.stringContaining('Texterna är som förut.')])
    const numbered = await correct('anna', id, { version: '1', [safety]: 'Brukaren 811218-9876', why: 'Mer.' })
    expect([numbered.status, await numbered.text()]).toEqual([422, expect.stringContaining('personnummer')])
    expect(await versionsOf(id)).toHaveLength(1)
  })

  test('what the guard sees in it is decided on too: taken away, rewritten, or kept with a reason', async () => {
    const id = await aFinalReport('2026-09-21')
    const form = { version: '1', [safety]: 'Ring 070-174 06 05 om maten.', why: 'Mer.' }
    const asked = await correct('anna', id, form)
    const page = await asked.text()
    expect([asked.status, page]).toEqual([422, expect.stringContaining('Här är något att ta ställning till.')])
    expect(page).toContain('telefonnummer')
    expect(page).toContain('name="keep"')
    expect((await correct('anna', id, { ...form, keep: 'Mejla 811218-9876' })).status).toBe(422)
    expect(await versionsOf(id)).toHaveLength(1)
    expect((await correct('anna', id, { ...form, keep: 'Det är enhetens växel.' })).status).toBe(303)
    // What stands there already is asked about no more.
    const more = { version: '2', [safety]: 'Ring 070-174 06 05 om mat och dryck.', why: 'Mer ändå.' }
    expect((await correct('anna', id, more)).status).toBe(303)
  })

  test('sent twice it makes one version', async () => {
    const id = await aFinalReport('2026-09-09')
    const form = { version: '1', [safety]: 'Ändrat.', why: 'Fel.' }
    const answers = await Promise.all([correct('anna', id, form), correct('anna', id, form)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await versionsOf(id)).toHaveLength(2)
  })

  test('two who correct at once: the second gets both texts back, and loses nothing of what the first did not touch', async () => {
    const id = await aFinalReport('2026-09-10', { 'question.1': 'Räcker bemanningen?' })
    const seen = {
      version: '1',
      [`was.${safety}`]: textTag('Lugnt på natten.'),
      'was.question.1': textTag('Räcker bemanningen?'),
    }
    await correct('anna', id, {
      ...seen,
      [safety]: 'Den första rättelsen.',
      'question.1': 'Räcker bemanningen?',
      why: 'Ett.',
    })
    const mine = {
      ...seen,
      [safety]: 'Den andra rättelsen.',
      'question.1': 'Räcker bemanningen på helger?',
      why: 'Två.',
    }
    const answer = await correct('bengt', id, mine)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    for (const text of ['Den första rättelsen.', 'Den andra rättelsen.', 'Räcker bemanningen på helger?', 'Två.'])
      expect(page).toContain(text)
    expect(page).toContain('Anna Exempel har gjort version 2 under tiden')
    expect(page).toContain('name="version" value="2"')
    expect(await versionsOf(id)).toHaveLength(2)
    await correct('bengt', id, { ...mine, version: '2', [`was.${safety}`]: textTag('Den första rättelsen.') })
    expect((await frozenOf(id)).topics.map(({ text }) => text)).toContain('Den andra rättelsen.')
    expect(await versionsOf(id)).toHaveLength(3)
  })

  test('what somebody typed in the draft while another handed it in is kept, to be handed in as a correction', async () => {
    const id = await aFinalReport('2026-09-11')
    const typed = { version: '2', [safety]: 'Den sena texten.', [`was.${safety}`]: textTag('Lugnt på natten.') }
    const answer = await town.post('bengt', `/rapporter/${id}/utkast`, typed)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('Rapporten är redan inlämnad')
    expect(page).toContain('Den sena texten.')
    expect(page).toContain(`action="/ekby/namnden/rapporter/${id}/rattelse"`)
  })
})

describe('attendance that is put right afterwards', () => {
  test('leaves the report as it was; its page says so, and a correction takes it in', async () => {
    const id = await aFinalReport('2026-09-14')
    const { visit, participants } = await frozenOf(id)
    expect(participants.map(({ name, start, end }) => [name, start, end])).toEqual([
      ['Anna Exempel', 780, 900],
      ['Bengt Exempel', 780, 900],
    ])
    expect(await pageOf('cecilia', `/rapporter/${id}`)).not.toContain('Närvaron har rättats')
    await town.database.transaction(town.cast, async (tx) => {
      await tx
        .update(attendance)
        .set({ endTime: minutes(960) })
        .where(eq(attendance.visitId, visit.id))
    })
    expect(await pageOf('cecilia', `/rapporter/${id}`)).toContain(
      'Närvaron har rättats efter att rapporten lämnades in',
    )
    expect((await frozenOf(id)).participants).toEqual(participants)
    expect(await pageOf('cecilia', `/rapporter/${id}`)).toMatch(/Anna Exempel, [^<]*kl\. 13\.00–15\.00/)
    const form = await pageOf('anna', `/rapporter/${id}/rattelse`)
    expect(form).toContain('Ta med den rättade närvaron')
    await correct('anna', id, { version: '1', attendance: 'ja', why: 'Besöket varade längre.' })
    const next = await frozenOf(id)
    expect(next.participants.map(({ end }) => end)).toEqual([960, 960])
    expect(next.correction?.changed).toEqual(['Deltagare'])
    expect(await pageOf('cecilia', `/rapporter/${id}`)).not.toContain('Närvaron har rättats')
  })
})

describe('handing in at the same moment', () => {
  test('one wins, the other is led to the report and told who handed it in', async () => {
    const { database, cast } = town
    const who = [cast.people.anna, cast.people.bengt]
    const visitId = await aHeldVisit(database, cast, { day: '2026-09-15', unitId: cast.units.solgarden, who })
    const { id } = await run('anna', startReport, { visitId })
    await run('anna', saveDraft, { id, version: '1', [safety]: 'Text.' })
    const answers = await Promise.all(
      (['anna', 'bengt'] as const).map((name) => town.post(name, `/rapporter/${id}/fardig`, { version: '2' })),
    )
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const places = answers.map((answer) => answer.headers.get('location') ?? '').toSorted()
    expect(places).toEqual([`/ekby/namnden/rapporter/${id}`, `/ekby/namnden/rapporter/${id}?redan=ja`])
    expect(await versionsOf(id)).toHaveLength(1)
    expect(await pageOf('bengt', `/rapporter/${id}?redan=ja`)).toContain('Rapporten är redan inlämnad')
  })
})

describe('the meeting’s papers', () => {
  test('a report that a meeting has had is in the next one’s papers when it is corrected, and stays in the former', async () => {
    const { clock, database, cast } = town
    const id = await aFinalReport('2026-09-16')
    await town.workOff()
    const meetingOf = async (version: number) => (await frozenOf(id, version)).meeting?.id ?? ''
    clock.advanceDays(6)
    town.forgetSessions()
    await correct('anna', id, { version: '1', [safety]: 'Rättat efter manusstopp.', why: 'Fel.' })
    await town.workOff()
    expect(await meetingOf(2)).not.toBe(await meetingOf(1))
    const { rows } = await database.read(cast, (tx) =>
      tx.execute(
        `select meeting_id as meeting, kind, version from meeting_item where report_id = '${id}' and kind = 'paper' order by version`,
      ),
    )
    expect(rows).toEqual([
      { meeting: await meetingOf(1), kind: 'paper', version: 1 },
      { meeting: await meetingOf(2), kind: 'paper', version: 2 },
    ])
    clock.advanceDays(-6)
    town.forgetSessions()
  })

  test('before the papers have gone out the corrected report takes the former one’s place', async () => {
    const id = await aFinalReport('2026-09-17')
    await town.workOff()
    await correct('anna', id, { version: '1', [safety]: 'Rättat i tid.', why: 'Fel.' })
    await town.workOff()
    const { rows } = await town.database.read(town.cast, (tx) =>
      tx.execute(`select version from meeting_item where report_id = '${id}' and kind = 'paper'`),
    )
    expect(rows).toEqual([{ version: 2 }])
  })
})

describe('reports that were frozen before versions, times and receivers were kept', () => {
  test('are read, shown and corrected', async () => {
    const id = await aFinalReport('2026-09-18', { 'proposal.1': 'Gamla förslaget.' })
    const { database, cast } = town
    await database.transaction(cast, async (tx) => {
      const [row] = await tx.select().from(reportDocument).where(eq(reportDocument.reportId, id))
      const added = new Set(['version', 'receivers', 'dissents', 'checked', 'attachments', 'signatories'])
      const older = Object.fromEntries(Object.entries(row?.frozen ?? {}).filter(([key]) => !added.has(key)))
      const met = (older.met as readonly Record<string, unknown>[]).map(({ key: _key, ...it }) => it)
      const participants = (older.participants as readonly Record<string, unknown>[]).map(
        ({ start: _start, end: _end, ...it }) => it,
      )
      await tx
        .update(reportDocument)
        .set({ frozen: { ...older, met, participants, proposals: ['Gamla förslaget.'] } })
        .where(eq(reportDocument.reportId, id))
    })
    const frozen = await frozenOf(id)
    expect(frozen).toMatchObject({ version: 1, dissents: [], proposals: [{ text: 'Gamla förslaget.', answerer: '' }] })
    const page = await pageOf('cecilia', `/rapporter/${id}`)
    expect(page).toContain('Gamla förslaget.')
    expect(page).toContain('Omsorgsnämnden; Manager Exempel')
    expect(page).not.toContain('Närvaron har rättats')
    expect((await correct('anna', id, { version: '1', 'proposal.1': 'Nya förslaget.', why: 'Fel.' })).status).toBe(303)
    expect((await frozenOf(id)).proposals).toEqual([{ text: 'Nya förslaget.', answerer: '' }])
  })
})
