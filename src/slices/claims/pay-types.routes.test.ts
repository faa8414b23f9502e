import { beforeAll, describe, expect, it } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'

let town: TestApp
beforeAll(async () => {
  town = await anApp({ feeRules: 'demo-costs' })
})

const page = async () => (await town.get('feeOfficer', '/lon/lonearter')).text()
const lacking = (html: string) => [...html.matchAll(/<summary>([^<]+): saknar löneart</g)].map(([, name]) => name)

describe('the page of pay types', () => {
  it('has every kind that the fee rules pay, and says which lack a pay type', async () => {
    const html = await page()
    const kinds = lacking(html)
    for (const name of [
      'Sammanträdesarvode',
      'Förlorad arbetsinkomst',
      'Förlorad pensionsförmån',
      'Milersättning',
      'Barntillsyn',
    ])
      expect(kinds).toContain(name)
    expect(html).toContain('De här slagen kan inte lämnas till lön förrän de har en löneart:')
    for (const heading of ['Arvoden', 'Förlorad arbetsinkomst', 'Resor och kostnader'])
      expect(html).toContain(`>${heading}</h2>`)
  })

  it('takes cost centre and project with the pay type, and then the kind lacks nothing', async () => {
    const before = lacking(await page())
    const form = {
      feeKind: 'lost-earnings',
      'lost-earnings.payType': '4300',
      'lost-earnings.label': 'Förlorad inkomst',
    }
    const where = { 'lost-earnings.costCentre': '41000', 'lost-earnings.project': '77' }
    expect((await town.post('feeOfficer', '/lon/lonearter', { ...form, ...where })).status).toBe(303)
    const html = await page()
    expect(lacking(html)).toEqual(before.filter((name) => name !== 'Förlorad arbetsinkomst'))
    expect(html).toContain('Förlorad arbetsinkomst: 4300')
    expect(html).toMatch(/name="lost-earnings.project"[^>]*value="77"/)
  })

  it('says at the field what PAXml has no room for', async () => {
    const form = {
      feeKind: 'mileage',
      'mileage.payType': '4210',
      'mileage.label': 'Mil',
      'mileage.project': '12345678901',
    }
    const answer = await town.post('feeOfficer', '/lon/lonearter', form)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Projektet får vara högst 10 tecken.')
  })

  it('takes no kind that the fee rules do not pay', async () => {
    const form = { feeKind: 'annat', 'annat.payType': '1', 'annat.label': 'Annat' }
    expect((await town.post('feeOfficer', '/lon/lonearter', form)).status).toBe(422)
  })
})
