import { createHash } from 'node:crypto'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { instantFromIso } from '../../kernel/instant.ts'
import { pdfFacts } from '../../../tests/support/pdf.ts'
import { createTypesetter } from '../../platform/documents/typst.ts'
import { type MeetingManifest, type MeetingPackage, meetingPackage, type PackageReport } from './meetings.package.ts'

const typesetter = createTypesetter()
afterAll(() => typesetter.close())

const report: PackageReport = {
  reportId: 'r-1',
  title: 'Besök på Solbacken',
  units: ['Solbacken'],
  visitDay: dayFromIso('2027-03-25'),
  authors: ['Anna Berg', 'Björn Ek'],
  registrationNumber: 'ON 2027/0042',
  version: 1,
  drawnUp: dayFromIso('2027-03-30'),
  pdf: strToU8('%PDF-1.7 the first report'),
}
const second = {
  ...report,
  reportId: 'r-2',
  units: ['Åkerö', 'Ängen'],
  registrationNumber: undefined,
  pdf: strToU8('second'),
}

const content: MeetingPackage = {
  language: 'sv',
  municipality: 'Exempelkommun',
  committee: 'Omsorgsnämnden',
  meetingDay: dayFromIso('2027-04-15'),
  createdAt: instantFromIso('2027-04-02T06:30:00Z'),
  written: [report, second],
  oral: [
    {
      units: ['Björkgården'],
      visitDay: dayFromIso('2027-03-20'),
      kind: 'oral-report',
      line: 'Om maten.',
      speaker: 'Cecilia Dahl',
    },
    { units: ['Solbacken'], visitDay: dayFromIso('2027-03-25'), kind: 'oral-summary', line: '' },
  ],
  discussion: [
    { text: 'Hur följs maten upp?', units: ['Solbacken'], visitDay: dayFromIso('2027-03-25'), raisedBy: ['Anna Berg'] },
  ],
  decisions: [],
  marks: ['Fiktiva uppgifter'],
}

async function unpacked(changes: Partial<MeetingPackage> = {}) {
  const { bytes } = await meetingPackage(typesetter, { ...content, ...changes })
  const files = unzipSync(bytes)
  const manifest: MeetingManifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))
  return { files, manifest, cover: await pdfFacts(files[manifest.files[0]?.name ?? ''] ?? new Uint8Array()) }
}

describe('a meeting’s package', () => {
  test('is named after committee and day in plain letters', async () => {
    expect((await meetingPackage(typesetter, content)).name).toBe('omsorgsnamnden_2027-04-15.zip')
  })

  test('holds the list, the reports in the given order, and the manifest', async () => {
    expect(Object.keys((await unpacked()).files)).toEqual([
      '00_rapportlista_2027-04-15.pdf',
      '01_solbacken_2027-03-25.pdf',
      '02_akero-angen_2027-03-25.pdf',
      'manifest.json',
    ])
  })

  test('holds each report untouched', async () => {
    expect((await unpacked()).files['01_solbacken_2027-03-25.pdf']).toEqual(report.pdf)
  })

  test('says in the manifest what each file is, with a checksum that agrees', async () => {
    const { files, manifest } = await unpacked()
    const checksums = manifest.files.map((file) =>
      createHash('sha256')
        .update(files[file.name] ?? '')
        .digest('hex'),
    )
    expect(manifest.files.map((file) => file.sha256)).toEqual(checksums)
    expect(manifest).toMatchObject({
      format: 'namndkontakt/meeting-package@1',
      committee: 'Omsorgsnämnden',
      meetingDay: '2027-04-15',
      createdAt: '2027-04-02T06:30:00.000Z',
      marks: ['Fiktiva uppgifter'],
      files: [
        { kind: 'cover', mediaType: 'application/pdf', standard: 'PDF/A-2a' },
        {
          kind: 'report',
          report: { id: 'r-1', registrationNumber: 'ON 2027/0042', visitDay: '2027-03-25', version: 1 },
        },
        { kind: 'report', report: { id: 'r-2', registrationNumber: null, units: ['Åkerö', 'Ängen'] } },
      ],
    })
  })

  test('has the same bytes when it is made again', async () => {
    const first = await meetingPackage(typesetter, content)
    expect((await meetingPackage(typesetter, content)).bytes).toEqual(first.bytes)
  })

  test.each([
    ['a path', ['../../etc/passwd'], '01_etc-passwd_2027-03-25.pdf'],
    ['a device of Windows', ['CON'], '01_con_2027-03-25.pdf'],
    ['letters that have no plain form', ['漢字'], '01_namnlos_2027-03-25.pdf'],
    ['a line break and a direction mark', ['a\n\u202eb'], '01_a-b_2027-03-25.pdf'],
    ['a very long name', ['x'.repeat(500)], `01_${'x'.repeat(60)}_2027-03-25.pdf`],
  ])('names a report safely when its unit is called %s', async (_title, units, name) => {
    expect((await unpacked({ written: [{ ...report, units }] })).manifest.files[1]?.name).toBe(name)
  })

  test('keeps two reports of the same unit and day apart', async () => {
    const { manifest } = await unpacked({ written: [report, report] })
    expect(manifest.files.slice(1).map((file) => file.name)).toEqual([
      '01_solbacken_2027-03-25.pdf',
      '02_solbacken_2027-03-25.pdf',
    ])
  })
})

describe('the list that opens the package', () => {
  test('is an accessible PDF/A named after the meeting', async () => {
    expect((await unpacked()).cover).toMatchObject({
      archiveLevel: '2A',
      marked: true,
      allFontsEmbedded: true,
      language: 'sv-SE',
      title: 'Kontaktpolitikernas rapporter till sammanträdet den 15 april 2027',
    })
  })

  test.each([
    ['written reports with author and number', '1Solbacken25mars2027AnnaBerg,BjörnEkON2027/0042'],
    ['that a report is not registered yet', '2Åkerö,Ängen25mars2027AnnaBerg,BjörnEkEjregistrerad'],
    [
      'oral reports with what they are about and the speaker',
      'Björkgården20mars2027Muntligrapport:Ommaten.CeciliaDahl',
    ],
    ['that a speaker is still to be appointed', 'Solbacken25mars2027MuntligsammanfattningEjutsedd'],
    ['what to discuss, and where it comes from', 'Hurföljsmatenupp?Solbacken·25mars2027·AnnaBerg'],
    ['how much there is', '2skriftligarapporter,2attlämnamuntligt,1attdiskutera'],
  ])('has %s', async (_title, text) => {
    expect((await unpacked()).cover.text).toContain(text)
  })

  test('says so when a meeting has nothing', async () => {
    const { cover } = await unpacked({ written: [], oral: [], discussion: [] })
    expect(cover.text).toContain('Ingaskriftligarapportertilldettasammanträde.')
    expect(cover.text).toContain('Ingetlämnasmuntligtviddettasammanträde.')
    expect(cover.text).toContain('Ingafrågoräranmäldatilldiskussion.')
  })

  test('is in English when asked for', async () => {
    const { cover, manifest } = await unpacked({ language: 'en' })
    expect(manifest.files[0]?.name).toBe('00_report-list_2027-04-15.pdf')
    expect(cover.title).toBe('The contact politicians’ reports to the meeting on 15 April 2027')
    expect(cover.text).toContain('OralsummaryNotappointed')
  })
})
