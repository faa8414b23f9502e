import { beforeEach, describe, expect, test } from 'vitest'
import { anApp, appWith, type TestApp } from '../../../tests/support/app.ts'

let town: TestApp

beforeEach(async () => {
  town = await anApp({ guideline: 'socialnamnden-kontaktpolitiker-snb' })
})

const pageOf = async (response: Promise<Response>) => (await response).text()
const textOf = async (response: Promise<Response>) =>
  (await pageOf(response)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const briefing = async (name: 'secretary' | 'anna' = 'secretary') => pageOf(town.get(name, '/forberedelser'))

const line = (question: string, turnTo = 'kontaktcenter') => ({ question, turnTo, reachedBy: '0225-340 00' })
const add = async (question: string) => town.post('secretary', '/forberedelser/vart/ny', line(question))

/** The lines in the order of the page, with their ids. */
async function lines(): Promise<readonly { readonly id: string; readonly question: string }[]> {
  const found = (await briefing()).matchAll(/forberedelser\/vart\/([0-9a-f-]{36})" aria-label="([^:]+):/g)
  return [...found].map(([, id = '', question = '']) => ({ id, question }))
}
const order = async () => (await lines()).map(({ question }) => question)

describe('whom to turn to', () => {
  test('SNB-11: the guideline’s own lines stand above with their clause, and an example where there are no others', async () => {
    const text = await textOf(town.get('secretary', '/forberedelser'))
    expect(text).toContain('Problem i det dagliga arbetet socialchefen Att tänka på, stycke 5')
    expect(text).toContain('Nämnden har inga egna rader än')
    expect(text).toContain('Till exempel: Frågor om färdtjänst')
  })

  test('the secretary adds, changes, moves and removes lines; all who see visits read them', async () => {
    for (const question of ['Färdtjänst', 'Hemtjänst', 'Avgifter']) expect((await add(question)).status).toBe(303)
    expect(await order()).toEqual(['Färdtjänst', 'Hemtjänst', 'Avgifter'])
    const [first, , last] = await lines()
    await town.post('secretary', `/forberedelser/vart/${last?.id}/flytta`, { version: '1', towards: 'up' })
    expect(await order()).toEqual(['Färdtjänst', 'Avgifter', 'Hemtjänst'])
    await town.post('secretary', `/forberedelser/vart/${first?.id}/flytta`, { version: '1', towards: 'down' })
    expect(await order()).toEqual(['Avgifter', 'Färdtjänst', 'Hemtjänst'])
    const [, middle] = await lines()
    expect(await pageOf(town.get('secretary', `/forberedelser/vart/${middle?.id}`))).toContain('value="Färdtjänst"')
    const changed = { ...line('Färdtjänst och riksfärdtjänst'), version: '2' }
    expect((await town.post('secretary', `/forberedelser/vart/${middle?.id}`, changed)).status).toBe(303)
    const read = await textOf(town.get('anna', '/forberedelser'))
    expect(read).toContain('Färdtjänst och riksfärdtjänst kontaktcenter 0225-340 00')
    expect(read).not.toContain('Flytta upp')
    expect((await town.post('secretary', `/forberedelser/vart/${middle?.id}/ta-bort`, { version: '3' })).status).toBe(
      303,
    )
    expect(await order()).toEqual(['Avgifter', 'Hemtjänst'])
  })

  test('the first does not move up, nor the last down', async () => {
    await add('Färdtjänst')
    await add('Hemtjänst')
    const [first, last] = await lines()
    await town.post('secretary', `/forberedelser/vart/${first?.id}/flytta`, { version: '1', towards: 'up' })
    await town.post('secretary', `/forberedelser/vart/${last?.id}/flytta`, { version: '1', towards: 'down' })
    expect(await order()).toEqual(['Färdtjänst', 'Hemtjänst'])
  })

  test('lines that are added at the same moment all find a place', async () => {
    const answers = await Promise.all(['A', 'B', 'C', 'D', 'E', 'F'].map(add))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 303))
    expect((await order()).toSorted()).toEqual(['A', 'B', 'C', 'D', 'E', 'F'])
  })

  test('what somebody else has changed or taken away meanwhile is not overwritten', async () => {
    await add('Färdtjänst')
    const [only] = await lines()
    const at = `/forberedelser/vart/${only?.id}`
    await town.post('secretary', at, { ...line('Färdtjänsten'), version: '1' })
    for (const post of [
      town.post('secretary', at, { ...line('Något annat'), version: '1' }),
      town.post('secretary', `${at}/flytta`, { version: '1', towards: 'up' }),
      town.post('secretary', `${at}/ta-bort`, { version: '1' }),
    ]) {
      const answer = await post
      expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('Någon annan har ändrat')])
    }
    await town.post('secretary', `${at}/ta-bort`, { version: '2' })
    const gone = await town.post('secretary', at, { ...line('Något annat'), version: '2' })
    expect([gone.status, await gone.text()]).toEqual([422, expect.stringContaining('Någon annan har tagit bort')])
  })

  test.each([
    [{ question: ' ' }, 'Skriv vilken fråga det gäller.'],
    [{ turnTo: '' }, 'Skriv vem man vänder sig till.'],
    [{ turnTo: 'Ring 0225-340 00' }, 'Skriv nummer och adresser i rutan om hur man når dem.'],
    [{ reachedBy: '650312-1234' }, 'Ta bort det som ser ut som ett personnummer.'],
    [{ question: 'å'.repeat(301) }, 'Texten är för lång.'],
  ])('%j is answered in one sentence', async (wrong, sentence) => {
    const answer = await town.post('secretary', '/forberedelser/vart/ny', { ...line('Färdtjänst'), ...wrong })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(sentence)])
    expect(await lines()).toEqual([])
  })

  test('nobody but the secretary edits', async () => {
    for (const name of ['anna', 'chair', 'manager', 'auditor'] as const)
      expect((await town.post(name, '/forberedelser/vart/ny', line('Färdtjänst'))).status).toBe(403)
  })
})

describe('what is going on', () => {
  const news = (more: object = {}) => ({
    text: 'Nya öppettider på träffpunkten',
    from: '2026-10-06',
    to: '2026-10-20',
    ...more,
  })

  test('is shown from its first day through its last', async () => {
    expect(await briefing()).toContain('Inget är skrivet just nu')
    await town.post('secretary', '/forberedelser/nytt/ny', news({ from: '2026-10-07', to: '2026-10-08' }))
    expect(await briefing()).toContain('Visas senare')
    expect(await briefing('anna')).not.toContain('Nya öppettider')
    const after: boolean[] = []
    for (let day = 0; day < 3; day += 1) {
      town.clock.advanceDays(1)
      town = appWith(town.database, town.clock, town.cast)
      after.push((await briefing('anna')).includes('Nya öppettider'))
    }
    expect(after).toEqual([true, true, false])
    expect(await briefing()).toContain('Visas inte längre')
  })

  test('is changed and taken away by the secretary, not past somebody else', async () => {
    await town.post('secretary', '/forberedelser/nytt/ny', news())
    const id = /forberedelser\/nytt\/([0-9a-f-]{36})/.exec(await briefing())?.[1]
    const at = `/forberedelser/nytt/${id}`
    expect(await pageOf(town.get('secretary', at))).toContain('value="2026-10-20"')
    expect((await town.post('secretary', at, news({ text: 'Nya tider', version: '1' }))).status).toBe(303)
    expect(await briefing('anna')).toContain('Nya tider')
    expect((await town.post('secretary', at, news({ version: '1' }))).status).toBe(422)
    expect((await town.post('secretary', `${at}/ta-bort`, { version: '2' })).status).toBe(303)
    expect(await briefing('anna')).toContain('Inget är skrivet just nu')
  })

  test.each([
    [{ text: '' }, 'Skriv vad som är på gång.'],
    [{ to: '2026-10-05' }, 'Den sista dagen behöver vara samma dag som den första, eller senare.'],
    [{ to: '2036-10-05' }, 'Det kan visas i högst två år.'],
    [{ from: '6 oktober' }, 'Skriv dagen som år, månad och dag'],
    [{ text: 'Gäller 650312-1234' }, 'Ta bort det som ser ut som ett personnummer.'],
  ])('%j is answered in one sentence', async (wrong, sentence) => {
    const answer = await town.post('secretary', '/forberedelser/nytt/ny', news(wrong))
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(sentence)])
  })
})
