import { beforeAll, describe, expect, it } from 'vitest'
import { aPng } from '../../../tests/support/a-png.ts'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import type { CastName } from '../../../tests/support/cast.ts'
import { pdfFacts } from '../../../tests/support/pdf.ts'

const page = '/installningar/utseende'
let town: TestApp
beforeAll(async () => {
  town = await anApp()
})

const chosen = (fields: Readonly<Record<string, string>>, logo?: Uint8Array, as: CastName = 'administrator') => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  if (logo) form.set('logo', new File([new Uint8Array(logo)], 'vapen.png', { type: 'image/png' }))
  return town.post(as, page, form)
}
const sample = async () =>
  pdfFacts(new Uint8Array(await (await town.get('administrator', `${page}/exempel.pdf`)).arrayBuffer()))

describe('how the municipality’s documents look', () => {
  it('is nobody’s but the administrator’s to choose', async () => {
    expect((await town.get('secretary', page)).status).toBe(403)
    expect((await chosen({ accent: '' }, undefined, 'secretary')).status).toBe(403)
  })

  it('is our own colour without a picture until something is chosen', async () => {
    const { text, alternatives } = await sample()
    expect(text).toContain('FärgNämndkontaktsegen')
    expect(alternatives).toEqual([])
  })

  it('is a colour and a picture once saved, which stays when the colour is changed and goes when it is taken away', async () => {
    const saved = await chosen({ accent: '7A1F3D', alternative: 'Ekbys vapen' }, aPng(60, 80))
    expect([saved.status, saved.headers.get('location')]).toEqual([303, expect.stringContaining('?sparat=ja')])
    expect((await sample()).text).toContain('Färg#7a1f3d')
    await chosen({ accent: '#005030', alternative: 'Ekbys gamla vapen' })
    expect(await sample()).toMatchObject({
      alternatives: ['Ekbys gamla vapen'],
      archiveLevel: '2A',
      accessibilityPart: '1',
      text: expect.stringContaining('Färg#005030'),
    })
    expect(await (await town.get('administrator', page)).text()).toContain('Ekbys gamla vapen')
    await chosen({ accent: '', alternative: 'Ekbys gamla vapen', removeLogo: 'yes' })
    const { text, alternatives } = await sample()
    expect([text.includes('Nämndkontaktsegen'), alternatives]).toEqual([true, []])
  })

  it.each([
    ['a colour that is hard to read', { accent: '#ffcc00', alternative: '' }, undefined, 'Färgen syns för dåligt'],
    ['a word that is no colour', { accent: 'röd', alternative: '' }, undefined, 'Skriv färgen som #'],
    [
      'a picture that those who listen are not told of',
      { accent: '', alternative: ' ' },
      aPng(9, 9),
      'Skriv vad bilden heter',
    ],
    [
      'a picture of another kind',
      { accent: '', alternative: 'V' },
      new TextEncoder().encode('<svg/>'),
      'ingen bild i PNG-format',
    ],
    ['a picture without content', { accent: '', alternative: 'V' }, new Uint8Array(), 'Filen är tom'],
    ['a picture that is too large', { accent: '', alternative: 'V' }, new Uint8Array(200_001), 'större än 200 kB'],
    ['a PNG that nobody can draw', { accent: '', alternative: 'V' }, aPng(9, 9, 0), 'ingen bild i PNG-format'],
  ])('%s is refused with what was typed kept', async (_what, fields, logo, sentence) => {
    const answer = await chosen(fields, logo)
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain(sentence)
    if (fields.accent !== '') expect(text).toContain(`value="${fields.accent}"`)
    expect((await sample()).alternatives).toEqual([])
  })

  it('says that a picture that came with a refused colour is to be chosen again', async () => {
    const answer = await chosen({ accent: '#ffcc00', alternative: 'V' }, aPng(9, 9))
    expect(await answer.text()).toContain('Välj den igen.')
  })
})
