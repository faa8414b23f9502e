import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { aJpeg, aPhotograph, place } from '../../../tests/support/a-jpeg.ts'
import { aPng } from '../../../tests/support/a-png.ts'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { type CastName, must } from '../../../tests/support/cast.ts'
import { pdfFacts } from '../../../tests/support/pdf.ts'
import { type Command, execute } from '../../platform/command.ts'
import { listMeetings } from '../directory/index.ts'
import { aHeldVisit } from './a-held-visit.ts'
import { attachmentName } from './reports.attachments.rules.ts'
import { finaliseReport, getFrozen, saveDraft, startReport } from './index.ts'

let town: TestApp
let id: string

const run = <I, O>(name: CastName, definition: Command<I, O>, input: unknown) =>
  must(execute(town, town.cast.as(name), definition, input))
const aPdf = (more = '') => new TextEncoder().encode(`%PDF-1.7\n1 0 obj\n<<>>\nendobj\n${more}\n%%EOF\n`)

beforeEach(async () => {
  town = await anApp()
  const { cast, database } = town
  const who = [cast.people.anna, cast.people.bengt]
  const visitId = await aHeldVisit(database, cast, { day: '2026-09-15', unitId: cast.units.solgarden, who })
  id = (await run('anna', startReport, { visitId })).id
  await run('anna', saveDraft, { id, version: '1', 'text.fritt': 'Det vi såg.' })
})

/** The administrator says which kinds reports may carry. */
const allow = (...kinds: readonly string[]) => {
  const form = new FormData()
  for (const kind of kinds) form.append('kinds', kind)
  return town.post('administrator', '/installningar/bilagor', form)
}
const all = () => allow('application/pdf', 'image/jpeg', 'image/png')

async function sent(bytes: Uint8Array, name = 'ritning.pdf', as: CastName = 'anna'): Promise<Response> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  return town.post(as, `/rapporter/${id}/bilagor`, form)
}
const textOf = async (as: CastName, path: string) => (await town.get(as, path)).text()
const filesOn = async (as: CastName = 'anna', path = `/rapporter/${id}/bilagor`) =>
  [...(await textOf(as, path)).matchAll(/href="[^"]*\/bilagor\/([0-9a-f-]{36})"/g)].map(([, file = '']) => file)
const version = async () => /name="version" value="(\d+)"/.exec(await textOf('anna', `/rapporter/${id}/fardig`))?.[1]

async function final(): Promise<void> {
  await run('anna', finaliseReport, { id, version: await version() })
  await town.workOff()
}

describe('where the municipality allows no attachments', () => {
  it('the pages show nothing of them and the routes refuse', async () => {
    expect(await textOf('anna', `/rapporter/${id}/utkast`)).not.toMatch(/bilag/i)
    expect((await town.get('anna', `/rapporter/${id}/bilagor`)).status).toBe(404)
    expect((await sent(aPdf())).status).toBe(404)
    await final()
    expect(await textOf('anna', `/rapporter/${id}`)).not.toMatch(/bilag/i)
  })

  it('the administrator alone decides, and what is none of the kinds is no choice', async () => {
    expect((await town.get('secretary', '/installningar/bilagor')).status).toBe(403)
    expect((await allow('text/html')).status).toBe(422)
    expect((await all()).status).toBe(303)
    expect(await textOf('administrator', '/installningar/bilagor')).toContain('checked')
    expect(await textOf('anna', `/rapporter/${id}/utkast`)).toContain('Lägg till bilagor')
  })
})

describe('a draft’s attachments', () => {
  beforeEach(async () => {
    await all()
  })

  it('are added and removed by those who write, and seen by the secretary', async () => {
    expect((await sent(aPdf())).status).toBe(303)
    expect((await sent(aPng(3, 3), 'skiss.png', 'bengt')).status).toBe(303)
    const page = await textOf('secretary', `/rapporter/${id}/bilagor`)
    expect(page).toContain('ritning.pdf')
    expect(page).toContain('Tillagd av Bengt Exempel')
    expect(page).not.toContain('ta-bort')
    expect((await sent(aPdf('x'), 'x.pdf', 'cecilia')).status).toBe(404)
    const [first = ''] = await filesOn()
    expect((await town.post('anna', `/rapporter/${id}/bilagor/${first}/ta-bort`, {})).status).toBe(303)
    expect(await filesOn()).toHaveLength(1)
    expect((await town.get('cecilia', `/rapporter/${id}/bilagor/${first}`)).status).toBe(404)
  })

  it('lose what the camera wrote, and come back as they are kept', async () => {
    await sent(aPhotograph(1), 'IMG_0001.jpeg')
    const [file = ''] = await filesOn()
    const answer = await town.get('bengt', `/rapporter/${id}/bilagor/${file}`)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect(bytes).toEqual(aJpeg())
    expect(Buffer.from(bytes).toString('latin1')).not.toContain(place)
  })

  it.each<[string, Uint8Array, string, string]>([
    ['a page', new TextEncoder().encode('<!doctype html><script>1</script>'), 'sida.pdf', 'går inte att läsa'],
    ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), 'bild.jpg', 'går inte att läsa'],
    ['half a photograph', aPhotograph().subarray(0, 300), 'bild.jpg', 'går inte att läsa'],
    ['nothing', new Uint8Array(), 'tom.pdf', 'Välj en fil.'],
    ['six megabytes less a little', new Uint8Array(5 * 1024 * 1024 + 1), 'stor.pdf', 'för stor'],
  ])('%s is refused with a sentence', async (_, bytes, name, sentence) => {
    const answer = await sent(bytes, name)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
    expect(await filesOn()).toEqual([])
  })

  it('are of the kinds that are allowed, at most five, and each once', async () => {
    await allow('application/pdf')
    expect(await (await sent(aPng(3, 3), 'skiss.pdf')).text()).toContain('får rapporter inte ha')
    await sent(aPdf())
    expect(await (await sent(aPdf(), 'samma.pdf')).text()).toContain('finns redan')
    for (const more of ['a', 'b', 'c', 'd']) expect((await sent(aPdf(more))).status).toBe(303)
    expect(await (await sent(aPdf('e'))).text()).toContain('har redan fem bilagor')
    expect(await textOf('anna', `/rapporter/${id}/bilagor`)).toContain('så många bilagor som den kan ha')
    expect(await filesOn()).toHaveLength(5)
  })

  it('whoever had the last page open before a file came looks again', async () => {
    const before = await version()
    await sent(aPdf())
    const answer = await town.post('anna', `/rapporter/${id}/fardig`, { version: before ?? '' })
    expect(answer.status).toBe(422)
  })
})

describe('a final report’s attachments', () => {
  beforeEach(async () => {
    await all()
    await sent(aPdf())
    await sent(aPng(3, 3), 'skiss.png')
    await final()
  })

  it('are frozen with name, size and check sum, listed on its page and in its PDF', async () => {
    const frozen = await town.database.read(town.cast, (tx) => getFrozen(tx, town.cast.system(), id))
    const sha256 = createHash('sha256').update(aPdf()).digest('hex')
    expect(frozen.attachments).toMatchObject([
      { name: 'ritning.pdf', mediaType: 'application/pdf', size: aPdf().length, sha256 },
      { name: 'skiss.png', mediaType: 'image/png' },
    ])
    expect((await sent(aPdf('late'))).status).toBe(303)
    expect(await filesOn('cecilia', `/rapporter/${id}`)).toHaveLength(2)
    expect(await textOf('cecilia', `/rapporter/${id}`)).toContain(sha256)
    const pdf = new Uint8Array(await (await town.get('cecilia', `/rapporter/${id}/rapport.pdf`)).arrayBuffer())
    expect((await pdfFacts(pdf)).text.replace(/\s/g, '')).toContain('ritning.pdf')
  })

  it('are neither added nor removed', async () => {
    const [file = ''] = await filesOn('anna', `/rapporter/${id}`)
    await town.post('anna', `/rapporter/${id}/bilagor/${file}/ta-bort`, {})
    await sent(aPdf('late'))
    expect(await filesOn('anna', `/rapporter/${id}`)).toHaveLength(2)
    const answer = await town.get('cecilia', `/rapporter/${id}/bilagor/${file}`)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(aPdf())
  })

  it('go to the meeting with the report', async () => {
    const meetings = await town.database.read(town.cast, (tx) => listMeetings(tx, town.cast.system()))
    const next = meetings.find(({ day }) => day > town.clock.today())?.id ?? ''
    const answer = await town.get('secretary', `/sammantraden/${next}/handlingar.zip`)
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    const added = Object.keys(files).filter((name) => name.includes('bilaga'))
    expect(added).toEqual(['01_solgarden_2026-09-15_bilaga-1.pdf', '01_solgarden_2026-09-15_bilaga-2.png'])
    expect(files[added[0] ?? '']).toEqual(aPdf())
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))
    expect(manifest.files.at(-1)).toMatchObject({
      kind: 'attachment',
      mediaType: 'image/png',
      attachment: { name: 'skiss.png' },
    })
  })

  it('are as secret as the report, and each reading is logged', async () => {
    const form = { what: 'whole', legalGround: 'OSL 26 kap. 1 §', reason: 'Uppgift om enskild' }
    expect((await town.post('secretary', `/rapporter/${id}/sekretess`, form)).status).toBe(303)
    const [file = ''] = await filesOn('chair', `/rapporter/${id}`)
    expect(file).not.toBe('')
    expect(await filesOn('cecilia', `/rapporter/${id}`)).toEqual([])
    expect((await town.get('cecilia', `/rapporter/${id}/bilagor/${file}`)).status).toBe(404)
    expect((await town.get('chair', `/rapporter/${id}/bilagor/${file}`)).status).toBe(200)
    const log = JSON.parse(await textOf('auditor', '/logg/logg.json?slag=reports'))
    const read = log.entries.filter(({ command }: { command: string }) => command === 'reports.read-restricted')
    expect(read.map(({ content }: { content: { as: string } }) => content.as)).toContain('attachment')
  })
})

describe('what a file is called', () => {
  it.each([
    ['C:\\Bilder\\semester.JPG', 'image/jpeg', 'semester.jpg'],
    ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
    ['rapport\u202egnp.exe', 'image/png', 'rapportgnp.exe.png'],
    ['a\r\nSet-Cookie: x.pdf', 'application/pdf', 'aSet-Cookie- x.pdf'],
    ['', 'application/pdf', 'bilaga.pdf'],
    ['Ängen vid ån.png', 'image/png', 'Ängen vid ån.png'],
    ['x'.repeat(300), 'application/pdf', `${'x'.repeat(100)}.pdf`],
  ] as const)('%j of kind %s is %j', (given, kind, name) => {
    expect(attachmentName(given, kind)).toBe(name)
  })
})
