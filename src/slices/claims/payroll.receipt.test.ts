import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, anApp } from '../../../tests/support/app.ts'
import { must } from '../../../tests/support/cast.ts'
import { payrollTownOf } from '../../../tests/support/payroll-town.ts'
import { savePayType } from './payroll.commands.ts'
import { decideDifference } from './claims.corrections.commands.ts'
import { listDifferences } from './claims.corrections.basis.ts'
import { seenAmounts } from './claims.corrections.rules.ts'

let town: TestApp
let pay: ReturnType<typeof payrollTownOf>
let [first, second] = ['', '']
let visits: readonly string[] = []

const lift = { type: 'text/csv' }
const upload = (batch: string, content: string | Uint8Array<ArrayBuffer>, paidOn = '') => {
  const body = new FormData()
  body.set('file', new File([content], 'kvittens.csv', lift))
  body.set('filePaidOn', paidOn)
  return town.post('feeOfficer', `/lon/${batch}/kvittens`, body)
}
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&') ?? ''
const saving = (html: string) => ({
  rows: hidden(html, 'rows'),
  fileName: hidden(html, 'fileName'),
  sha256: hidden(html, 'sha256'),
})
const stateOf = async (visitId = '') => (await pay.claimOf(visitId)).state

beforeAll(async () => {
  town = await anApp({ answers: { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' } })
  pay = payrollTownOf(town.database, town.clock, town.cast)
  await must(pay.run('secretary', savePayType, { feeKind: 'meeting', payType: '4105', label: 'Arvode' }))
  visits = [await pay.hold({ day: '2026-04-07' }), await pay.hold({ day: '2026-05-04' })]
  await pay.approve(visits[0] ?? '')
  first = (await must(pay.exportAll())).id
  await pay.approve(visits[1] ?? '')
  second = (await must(pay.exportAll())).id
})

describe('a receipt from payroll', () => {
  test('is refused whole with a sentence for each fault: letters, a day ahead, another batch’s rows', async () => {
    const answer = await upload(first, '1;34O,00;2026-10-06\n2;259,50;2026-10-07\n3;347,00;2026-10-06')
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('”34O,00” är inget belopp')
    expect(html).toContain('2026-10-07 har inte varit än')
    expect(html).toContain('radnummer 3 hör till lönefil 2')
    const [summary = ''] =
      /<ul class="ds-list">.*?<\/ul>/s.exec(html.slice(html.indexOf('error-summary-heading'))) ?? []
    expect([...summary.matchAll(/Rad (\d) i filen/g)].map(([, line]) => line)).toEqual(['1', '2', '3'])
    expect(html).toContain('Rätta felen i filen och välj den igen')
    expect(await stateOf(visits[0])).toBe('exported')
  })

  test.each([
    ['nothing', '', 'Välj en fil.'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'Filen är ingen tabell i text.'],
    ['something too large', '1;347,00\n'.repeat(110_000), 'Filen är större än 900 kB.'],
  ])('that is %s is refused with what to do', async (_what, content, sentence) => {
    const answer = await upload(first, content)
    expect([answer.status, (await answer.text()).includes(sentence)]).toEqual([422, true])
  })

  test('of 40 MB never comes further than the door', async () => {
    const answer = await upload(first, new Uint8Array(40 * 1024 * 1024).fill(49))
    expect(answer.status).toBe(413)
  })

  test('is shown before it is saved, and a row with another amount stays unpaid with why', async () => {
    const html = await (await upload(first, 'Rad;Belopp\n1;347,00\n2;259,00', '2026-10-06')).text()
    expect(html).toContain('Det här säger kvittensen')
    expect(html).toContain('Beloppet i kvittensen är 259')
    expect(await stateOf(visits[0])).toBe('exported')
    expect((await town.post('feeOfficer', `/lon/${first}/kvittens/spara`, saving(html))).status).toBe(303)
    expect(await stateOf(visits[0])).toBe('exported')
    const page = await (await town.get('chair', `/lon/${first}`)).text()
    expect(page).toContain('1 av 2 rader är utbetalda')
    expect(page).toContain('Beloppet i kvittensen är 259')
  })

  test('pays the claim when all its rows are, by several receipts', async () => {
    const html = await (await upload(first, '2;259,50;2026-10-06\n1;347,00;2026-10-06')).text()
    expect((await town.post('feeOfficer', `/lon/${first}/kvittens/spara`, saving(html))).status).toBe(303)
    expect(await stateOf(visits[0])).toBe('paid')
    expect(await (await town.get('chair', `/lon/${first}`)).text()).toContain('Alla rader är utbetalda.')
  })

  test('that comes twice does nothing, also when two send it at once', async () => {
    const text = '3;347,00;2026-10-06\n4;stoppad'
    const html = await (await upload(second, text)).text()
    const both = await Promise.all(
      [1, 2].map(() => town.post('feeOfficer', `/lon/${second}/kvittens/spara`, saving(html))),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
    const again = await upload(second, text)
    expect([again.status, (await again.text()).includes('redan inläst')]).toEqual([422, true])
    expect(await stateOf(visits[1])).toBe('exported')
  })

  test('can be given by hand: what is left of the batch is paid on a day, not one ahead', async () => {
    const mark = (paidOn: string) => town.post('feeOfficer', `/lon/${second}/kvittens/for-hand`, { paidOn })
    expect([
      (await mark('2026-10-07')).status,
      (await mark('2026-10-05')).status,
      (await mark('i går')).status,
    ]).toEqual([422, 422, 422])
    expect((await mark('2026-10-06')).status).toBe(303)
    expect(await stateOf(visits[1])).toBe('paid')
    expect((await mark('2026-10-06')).status).toBe(422)
  })

  test('is for the fee officer alone', async () => {
    expect((await town.get('secretary', `/lon/${first}/kvittens`)).status).toBe(403)
  })

  test('pays a correction too, and a claim that is paid stays paid', async () => {
    await pay.attend(visits[1] ?? '', 'anna', 960)
    const { differing } = await town.database.read(town.cast, (tx) => listDifferences(tx, town.cast.system()))
    const [found] = differing
    await must(
      pay.run('chair', decideDifference, {
        id: found?.claim.id,
        version: String(found?.claim.version),
        seen: found && seenAmounts(found.difference),
        outcome: 'correct',
        reason: '',
      }),
    )
    const { id } = await must(pay.exportAll())
    expect((await town.post('feeOfficer', `/lon/${id}/kvittens/for-hand`, { paidOn: '2026-10-06' })).status).toBe(303)
    expect(await stateOf(visits[1])).toBe('paid')
  })
})
