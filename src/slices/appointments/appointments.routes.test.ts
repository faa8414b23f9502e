import { beforeAll, describe, expect, it } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'

let hedemora: TestApp
beforeAll(async () => {
  hedemora = await anApp()
})

describe('when the appointments are looked at', () => {
  it('HED-03: each unit has its two, with their blocs and the decision', async () => {
    const page = await (await hedemora.get('anna', '/uppdrag')).text()
    expect(page).toContain('Anna Exempel (majoriteten)')
    expect(page).toContain('Bengt Exempel (oppositionen)')
    expect(page).toContain('4 mars 2026, § 20')
  })

  it('HED-03: a unit without its pair is a breach that names the rule', async () => {
    const page = await (await hedemora.get('secretary', '/uppdrag')).text()
    expect(page).toContain('Ängen')
    expect(page).toContain('(HED-03)')
  })

  it('the secretary is offered to appoint and to end; a politician is not', async () => {
    const secretarys = await (await hedemora.get('secretary', '/uppdrag')).text()
    const politicians = await (await hedemora.get('anna', '/uppdrag')).text()
    expect([secretarys.includes('/uppdrag/nytt'), secretarys.includes('/avslut')]).toEqual([true, true])
    expect([politicians.includes('/uppdrag/nytt'), politicians.includes('/avslut')]).toEqual([false, false])
  })
})

describe('when somebody is appointed', () => {
  const asked = (more: Record<string, string> = {}) => ({
    personId: hedemora.cast.people.cecilia,
    object: `unit:${hedemora.cast.units.solgarden}`,
    validFrom: '2026-10-01',
    validUntil: '',
    decidedOn: '2026-09-20',
    paragraph: '§ 77',
    ...more,
  })

  it('HED-03: what the guideline forbids comes back with the reason, the clause and what was typed', async () => {
    const answer = await hedemora.post('secretary', '/uppdrag/nytt', asked())
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('Riktlinjen tillåter inte att personen utses här')
    expect(page).toContain('(HED-03)')
    expect(page).toContain('value="§ 77"')
  })

  it('a day that does not exist comes back with a link to its field', async () => {
    const answer = await hedemora.post('secretary', '/uppdrag/nytt', asked({ validFrom: '2026-02-30' }))
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('href="#field-validFrom"')
    expect(page).toContain('value="2026-02-30"')
  })

  it('what the guideline allows is done and shown', async () => {
    const { chair } = hedemora.cast.people
    const object = `unit:${hedemora.cast.units.angen}`
    const answer = await hedemora.post('secretary', '/uppdrag/nytt', asked({ personId: chair, object }))
    expect(answer.status).toBe(303)
    expect(await (await hedemora.get('anna', '/uppdrag')).text()).toContain('Chair Exempel (majoriteten)')
  })
})

describe('when a relation is declared', () => {
  it('it is shown to the one who declared it, who may take it back', async () => {
    const relation = {
      object: `unit:${hedemora.cast.units.bjorken}`,
      kind: 'relative-employed',
      validFrom: '2026-01-01',
    }
    await hedemora.post('bengt', '/anknytningar', relation)
    const page = await (await hedemora.get('bengt', '/anknytningar')).text()
    const id = /name="withdraw" value="([0-9a-f-]+)"/.exec(page)?.[1] ?? ''
    expect(page).toContain('En närstående är anställd där: Björken')
    expect(await (await hedemora.get('anna', '/anknytningar')).text()).toContain('Du har inte angett någon anknytning')
    await hedemora.post('bengt', '/anknytningar', { withdraw: id })
    expect(await (await hedemora.get('bengt', '/anknytningar')).text()).toContain('Du har inte angett någon anknytning')
  })

  it('nobody takes back what another has declared', async () => {
    const relation = { object: `unit:${hedemora.cast.units.bjorken}`, kind: 'employed', validFrom: '2026-01-01' }
    await hedemora.post('david', '/anknytningar', relation)
    const page = await (await hedemora.get('david', '/anknytningar')).text()
    const id = /name="withdraw" value="([0-9a-f-]+)"/.exec(page)?.[1] ?? ''
    expect((await hedemora.post('anna', '/anknytningar', { withdraw: id })).status).toBe(422)
  })
})
