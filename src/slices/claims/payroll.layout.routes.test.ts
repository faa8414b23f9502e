import { beforeAll, describe, expect, it } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { must } from '../../../tests/support/cast.ts'
import { formsOf } from '../../../tests/support/forms.ts'
import { ore } from '../../kernel/money.ts'
import { execute } from '../../platform/command.ts'
import { aHeldVisit } from '../reports/a-held-visit.ts'
import { aCounterRow, aLayout, aRow } from './a-payroll-batch.ts'
import { followVisit } from './claims.commands.ts'
import { listClaims } from './claims.store.ts'
import { payrollBatch, payrollRow } from './claims.tables.ts'
import { layoutToText } from './payroll.layout-text.export.ts'
import { formOfLayout } from './payroll.layout.forms.ts'

let town: TestApp
let batchId: string
beforeAll(async () => {
  town = await anApp({ answers: { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' } })
  const { database, clock, cast } = town
  const visit = { day: '2026-05-04', unitId: cast.units.solgarden, who: [cast.people.anna] }
  const visitId = await aHeldVisit(database, cast, visit)
  await must(execute({ database, clock }, cast.system(), followVisit, { visitId }))
  const [claim] = await database.read(cast, (tx) => listClaims(tx, cast.system(), {}))
  const { municipalityId, committeeId } = cast
  const numbers = { number: 1, firstRowId: 1001, lastRowId: 1002 }
  batchId = await database.transaction(cast.system(), async (tx) => {
    const [batch] = await tx
      .insert(payrollBatch)
      .values({ municipalityId, committeeId, ...numbers, createdAt: clock.now(), createdBy: cast.people.feeOfficer })
      .returning({ id: payrollBatch.id })
    const row = { batchId: batch?.id ?? '', claimId: claim?.id ?? '', position: 0, amount: ore(-8750) }
    await tx.insert(payrollRow).values({ municipalityId, ...row, frozen: [aRow, aCounterRow] })
    return row.batchId
  })
})

const small = (changes: Readonly<Record<string, unknown>> = {}) =>
  aLayout({
    name: 'Lön 2000 Å',
    columns: [{ field: 'employment-number' }, { field: 'name' }, { field: 'pay-type' }, { field: 'amount' }],
    ...changes,
  })
const formOf = (changes: Readonly<Record<string, unknown>> = {}) => ({ ...formOfLayout(small(changes)), version: '0' })
const saved = async (changes: Readonly<Record<string, unknown>>) => {
  await town.post('feeOfficer', '/lon/format/ny', { ...formOf(changes), do: 'save' })
  const page = await (await town.get('feeOfficer', '/lon/format')).text()
  const name = String(changes.name)
  return new RegExp(`/lon/format/([0-9a-f-]{36})"[^>]*>${name}<`).exec(page)?.[1] ?? ''
}
const downloaded = async (id: string) => town.get('feeOfficer', `/lon/${batchId}/fil/${id}`)
const textIn = async (answer: Response) =>
  (await answer.text())
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;|&#39;/g, '"')
    .replace(/\s+/g, ' ')
const columnsOf = (page: string) => {
  const fields = formsOf(page).flatMap(({ fields: all }) => all)
  return fields.filter(({ name }) => /^columns\.\d+\.field$/.test(name)).length
}

describe('a layout of the payroll file', () => {
  it('is shown as a file before it is saved, with the newest batch, and nothing is kept by that', async () => {
    const answer = await town.post('feeOfficer', '/lon/format/ny', { ...formOf({ name: 'Visas' }), do: 'preview' })
    expect(answer.status).toBe(200)
    expect(await textIn(answer)).toContain('90017;Åsa Öberg;4105;259,50 90017;Åsa Öberg;4105;-347,00')
    expect(await textIn(await town.get('feeOfficer', '/lon/format'))).not.toContain('Visas')
  })

  it('is saved, and gives the batch byte for byte the same each time', async () => {
    const id = await saved({ name: 'Bytes', encoding: 'windows-1252' })
    const [first, second] = [await downloaded(id), await downloaded(id)]
    expect(first.headers.get('content-type')).toBe('text/csv; charset=windows-1252')
    expect(first.headers.get('content-disposition')).toContain('lonefil-1-bytes.csv')
    const bytes = Buffer.from(await first.arrayBuffer())
    expect(bytes.toString('latin1')).toBe('90017;Åsa Öberg;4105;259,50\r\n90017;Åsa Öberg;4105;-347,00\r\n')
    expect(bytes.equals(Buffer.from(await second.arrayBuffer()))).toBe(true)
  })

  it('stands on the page of the batch, for those who may download', async () => {
    await saved({ name: 'Länkad' })
    expect(await textIn(await town.get('feeOfficer', `/lon/${batchId}`))).toContain('Lönefil i uppställningen Länkad')
    expect(await textIn(await town.get('auditor', `/lon/${batchId}`))).not.toContain('Länkad')
  })

  it('names row and column when a batch does not go into it', async () => {
    const id = await saved({
      name: 'Trång',
      form: 'fixed',
      columns: [
        { field: 'employment-number', width: 5 },
        { field: 'name', width: 4, heading: 'Namn' },
        { field: 'pay-type', width: 4 },
        { field: 'amount', width: 9, align: 'right' },
      ],
    })
    const answer = await downloaded(id)
    expect(answer.status).toBe(422)
    expect(await textIn(answer)).toContain('Rad 1001: ”Åsa Öberg” får inte plats i kolumnen Namn.')
  })

  it('has buttons that add, move and remove columns without saving or losing what was typed', async () => {
    const press = async (button: string) => {
      const page = await (await town.post('feeOfficer', '/lon/format/ny', { ...formOf(), do: button })).text()
      const fields = formsOf(page).flatMap(({ fields: all }) => all)
      const order = [...page.matchAll(/<summary>\d+\. ([^<]+)</g)].map(([, title]) => title)
      return { page, order, name: fields.find(({ name }) => name === 'name')?.value }
    }
    expect((await press('add:columns')).order).toEqual([
      'Anställningsnummer',
      'Namn',
      'Löneart',
      'Belopp',
      'Inte vald än',
    ])
    expect((await press('up:columns:3')).order).toEqual(['Anställningsnummer', 'Namn', 'Belopp', 'Löneart'])
    expect((await press('down:columns:0')).order).toEqual(['Namn', 'Anställningsnummer', 'Löneart', 'Belopp'])
    expect((await press('remove:columns:1')).order).toEqual(['Anställningsnummer', 'Löneart', 'Belopp'])
    expect((await press('record:footer')).page).toContain('Avslutande rad 1')
    expect((await press('up:columns:0')).name).toBe('Lön 2000 Å')
  })

  it.each([
    [
      'two row numbers',
      { 'columns.4.field': 'row-number', 'columns.5.field': 'row-number' },
      'finns redan i en annan kolumn',
    ],
    ['an encoding that there is none', { encoding: 'ebcdic' }, 'Teckenkodningen finns inte.'],
    ['no amount', { 'columns.3.field': 'blank' }, 'Lägg till en kolumn för belopp.'],
    ['nobody to pay', { 'columns.0.field': 'name' }, 'Lägg till en kolumn för anställningsnummer'],
    ['a fixed width without widths', { form: 'fixed' }, 'Skriv hur bred kolumnen är.'],
    ['a column too narrow', { form: 'fixed', 'columns.3.width': '3' }, 'Kolumnen är för smal för det den ska visa.'],
    [
      'a width in letters',
      { form: 'fixed', 'columns.3.width': 'bred' },
      'Skriv bredden som ett helt tal från 1 till 500.',
    ],
    [
      'zeros after an amount',
      { form: 'fixed', 'columns.3.width': '9', 'columns.3.pad': 'zero' },
      'Nollor efter ett tal ändrar talet.',
    ],
    ['a sign without a column', { sign: 'column' }, 'Lägg till kolumnen Tecken'],
    ['commas twice', { separator: 'comma', quoting: 'never' }, 'Komma skiljer både fält och decimaler.'],
    ['decimals that lose öre', { moneyDecimals: '1' }, 'Skriv antalet decimaler'],
    ['no name', { name: ' ' }, 'Skriv ett namn.'],
  ])('with %s is refused with a sentence', async (_what, changes, sentence) => {
    const answer = await town.post('feeOfficer', '/lon/format/ny', { ...formOf(), ...changes, do: 'save' })
    expect(answer.status).toBe(422)
    expect(await textIn(answer)).toContain(sentence)
  })

  it('has a name of its own', async () => {
    await saved({ name: 'Tvåa' })
    const again = await town.post('feeOfficer', '/lon/format/ny', { ...formOf({ name: 'Tvåa' }), do: 'save' })
    expect(await textIn(again)).toContain('En annan uppställning har redan det namnet.')
  })

  it('is not overwritten by somebody who has not seen the latest, nor removed', async () => {
    const id = await saved({ name: 'Samtidig' })
    const change = (date: string) => ({ ...formOf({ name: 'Samtidig', date }), version: '1', do: 'save' })
    const first = await town.post('feeOfficer', `/lon/format/${id}`, change('YYMMDD'))
    const second = await town.post('feeOfficer', `/lon/format/${id}`, change('YYYYMMDD'))
    expect([first.status, second.status]).toEqual([303, 422])
    expect(await textIn(second)).toContain('Någon annan har ändrat här sedan du öppnade sidan.')
    expect((await town.post('feeOfficer', `/lon/format/${id}/borttagning`, { version: '1' })).status).toBe(422)
    expect((await town.post('feeOfficer', `/lon/format/${id}/borttagning`, { version: '2' })).status).toBe(303)
    expect((await downloaded(id)).status).toBe(404)
  })

  it('goes out as a file and comes back the same, as YAML and as JSON', async () => {
    const id = await saved({ name: 'Fil', header: [[{ field: 'text', text: '00' }, { field: 'created' }]] })
    for (const kind of ['yaml', 'json']) {
      const text = await (await town.get('feeOfficer', `/lon/format/${id}/uppstallning.${kind}`)).text()
      const page = await (await town.post('feeOfficer', '/lon/format/ny', fileForm(text))).text()
      expect(page).toContain('Filen är inläst.')
      expect(page).toContain('00;2026-10-06')
      expect(columnsOf(page)).toBe(4)
    }
  })

  it.each([
    ['what a layout does not have', 'kolumner: []\n', 'kolumner: Här står något som en uppställning inte har.'],
    ['no YAML', 'name: [\n', 'Filen är inte YAML eller JSON.'],
    ['a list', '- 1\n', 'Det går inte att läsa som en uppställning.'],
    ['aliases that swell', bomb(), 'Det går inte att läsa som en uppställning.'],
    [
      'an encoding that there is none',
      'name: A\nform: fixed\nencoding: utf-7\ncolumns: []\n',
      'Teckenkodningen finns inte.',
    ],
  ])('that is a file with %s is refused with a sentence', async (_what, text, sentence) => {
    const answer = await town.post('feeOfficer', '/lon/format/ny', fileForm(text))
    expect(answer.status).toBe(422)
    expect(await textIn(answer)).toContain(sentence)
  })

  it('is written by no one but those who set payroll up', async () => {
    for (const name of ['secretary', 'chair', 'anna', 'auditor'] as const) {
      expect((await town.get(name, '/lon/format')).status).toBe(403)
      expect((await town.post(name, '/lon/format/ny', { ...formOf(), do: 'save' })).status).toBe(403)
    }
  })
})

describe('the settings of PAXml', () => {
  const settings = {
    version: '0',
    paxmlVersion: '2.2',
    paxmlSchema: 'https://www.paxml.se/2.2/paxml.xsd',
    paxmlEncoding: 'ISO-8859-1',
    costCentreDimension: '2',
    projectDimension: '20',
  }

  it('hold for every file made from then on, and are not overwritten by somebody who has not seen the latest', async () => {
    const paxml = async () =>
      Buffer.from(await (await town.get('feeOfficer', `/lon/${batchId}/paxml.xml`)).arrayBuffer()).toString('latin1')
    expect(await paxml()).toContain('<version>2.0</version>')
    expect((await town.post('feeOfficer', '/lon/format', settings)).status).toBe(303)
    const second = await town.post('feeOfficer', '/lon/format', { ...settings, paxmlVersion: '2.3' })
    expect(await textIn(second)).toContain('Någon annan har ändrat här')
    const xml = await paxml()
    for (const part of [
      'encoding="ISO-8859-1"',
      '<version>2.2</version>',
      'dim="2" id="41000"',
      'dim="20" id="77"',
      'Omsorgsnämnden',
    ])
      expect(xml).toContain(part)
  })

  it.each([
    ['paxmlVersion', 'två', 'Skriv versionen som två tal'],
    ['paxmlSchema', 'javascript:alert(1)', 'Skriv adressen med http:// eller https:// först.'],
    ['paxmlSchema', 'https://a.example/" x="', 'Skriv adressen med http:// eller https:// först.'],
    ['costCentreDimension', '100', 'Skriv ett helt tal från 1 till 99.'],
    ['projectDimension', '2', 'Kostnadsställe och projekt behöver var sin dimension.'],
  ])('with %s "%s" are refused with a sentence', async (field, value, sentence) => {
    const answer = await town.post('feeOfficer', '/lon/format', { ...settings, [field]: value })
    expect(answer.status).toBe(422)
    expect(await textIn(answer)).toContain(sentence)
  })
})

describe('a layout as a file', () => {
  it('leaves out what holds anyway', () => {
    expect(layoutToText(small(), 'yaml')).toContain('columns:\n  - field: employment-number\n  - field: name\n')
  })
})

function fileForm(text: string): FormData {
  const form = new FormData()
  form.append('do', 'upload')
  form.append('version', '0')
  form.append('file', new File([text], 'uppstallning.yaml'))
  return form
}

/** Each line is ten of the line before. */
function bomb(): string {
  const lines = ['a0: &a0 [x]']
  for (let step = 1; step < 9; step++)
    lines.push(
      `a${step}: &a${step} [${Array(10)
        .fill(`*a${step - 1}`)
        .join(', ')}]`,
    )
  return `${lines.join('\n')}\n`
}
