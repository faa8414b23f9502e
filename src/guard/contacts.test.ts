import { describe, expect, it } from 'vitest'
import { guard } from './index.ts'

const foundIn = (text: string, not: readonly string[] = []) =>
  guard(text, { names: [], not }).map((it) => `${it.kind} ${text.slice(it.start, it.end)}`)

describe('telephone numbers', () => {
  it.each([
    '070-174 06 12',
    '0701740612',
    '070 1740 612',
    '+46 70 174 06 33',
    '+46(0)70-174 06 33',
    '0046 40 628 04 19',
    '08-465 004 21',
    '031/390 06 14',
    '0980–319 214',
    '０７０-174 06 12',
  ])('finds %s', (number) => {
    expect(foundIn(`Man når dem på ${number} efter lunch.`)).toEqual([`telephone ${number}`])
  })

  it.each([
    'kl. 08.30–16.30',
    '07-16',
    '08-12 13-17',
    '09.00–11.45',
    '2026-03-01',
    '12 400 000 kr',
    '0,5 liter',
    'rum 1102',
    '112',
    '1177',
  ])('takes %s for none', (text) => {
    expect(foundIn(`Det gäller ${text} varje dag.`)).toEqual([])
  })
})

describe('addresses', () => {
  it.each([
    'Kungsgatan 14 B',
    'Ekorrvägen 3',
    'Norra Ringvägen 112',
    'Kvarngränd 2',
    'Lindallén 19',
    'Rönnbärsbacken 22',
    'Drottning Kristinas väg 17',
    'lgh 1102',
    '776 30 Lindala',
  ])('finds %s', (address) => {
    const [hit] = foundIn(`Hon flyttade till ${address} i våras.`)
    expect(hit).toBe(`address ${address.replace('Drottning ', '')}`)
  })

  it.each(['Kungsgatan byggs om', 'Vägen 3 km bort', 'riksvägen 70', 'Rum 1102', 'torget 4 gånger', 'Plan 2, hus B'])(
    'takes %s for none',
    (text) => {
      expect(foundIn(`${text} i år.`)).toEqual([])
    },
  )

  it.each(['Gamla landsvägen 12'])('finds %s', (address) => {
    expect(foundIn(`Han bor på ${address} nu.`)).toEqual([`address ${address}`])
  })

  it('takes the street of a house that nobody lives in for none', () => {
    expect(foundIn('Biblioteket på Kungsgatan 14 har öppet.')).toEqual([])
    expect(foundIn('Skolan ligger vid Kungsgatan 14.')).toEqual([])
    expect(foundIn('Vid skolan bor hon på Kungsgatan 14.')).toEqual(['address Kungsgatan 14'])
  })

  it('takes the name of a unit with a number after it for none', () => {
    expect(foundIn('På Björkbacken 12 åt vi lunch.')).toEqual(['address Björkbacken 12'])
    expect(foundIn('På Björkbacken 12 åt vi lunch.', ['Björkbacken'])).toEqual([])
  })
})

describe('registration numbers of cars', () => {
  it.each(['MLB 482', 'GHT73K', 'XYZ-345'])('finds %s', (plate) => {
    expect(foundIn(`Vid entrén stod ${plate} hela dagen.`)).toEqual([`car-registration ${plate}`])
  })

  it('finds small letters where the text speaks of a car', () => {
    expect(foundIn('Bilen hade pow 12e på skylten.')).toEqual(['car-registration pow 12e'])
    expect(foundIn('Det var pow 12e på skylten.')).toEqual([])
  })

  it('takes the model of a machine for none', () => {
    expect(foundIn('Ugnen är en RTX 600 från i fjol.')).toEqual([])
    expect(foundIn('Bilen är en RTX 600.')).toEqual(['car-registration RTX 600'])
  })

  it.each(['ISO 9001', 'SFS 2010:800', 'rum 112', 'KAP 123', 'SBN 123', 'SOL 111', 'IQV 123', 'ON042-23 700'])(
    'takes %s for none',
    (text) => {
      expect(foundIn(`Se ${text} i bilagan.`).filter((it) => it.startsWith('car'))).toEqual([])
    },
  )
})

describe('e-mail addresses', () => {
  it.each(['a.b@example.se', 'min+jobb@post.example.com', 'örjan@sjö.example'])('finds %s', (address) => {
    expect(foundIn(`Skriv till ${address}.`)).toEqual([`email ${address}`])
  })

  it.each(['a.b [at] example.se', 'a.b(at)example.se', 'a.b snabel-a example punkt se'])('finds %s', (address) => {
    expect(foundIn(`Skriv till ${address} om det.`)).toEqual([`email ${address}`])
  })

  it('takes a lone @ for none', () => {
    expect(foundIn('Vi ses @ biblioteket.')).toEqual([])
  })
})
