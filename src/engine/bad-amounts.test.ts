import { describe, expect, it } from 'vitest'
import { loadGuideline } from './load.ts'
import { ruleKinds } from './rules/index.ts'
import { sampleOf } from './testing/samples.ts'
import { problemOf } from './testing/refused.ts'

describe('amounts that are no whole öre', () => {
  const whole = 'and an amount is written in whole öre, without decimals and without kr'
  const helt = 'men belopp skrivs i hela öre, utan decimaler och utan kr'
  it.each([
    [
      '347.5',
      `is 347.5, ${whole}; write 34750 if 347.50 kr is right`,
      `är 347.5, ${helt}; skriv 34750 om 347.50 kr är rätt`,
    ],
    ['347.005', `is 347.005, ${whole}; write the amount in whole öre: 34700 is 347 kr`, 'skriv beloppet i hela öre'],
    ['347 kr', `is 347 kr, ${whole}; write 34700 if 347 kr is right`, 'skriv 34700 om 347 kr är rätt'],
    [
      '1 250,50 kr',
      `is 1 250,50 kr, ${whole}; write 125050 if 1250.50 kr is right`,
      'skriv 125050 om 1250.50 kr är rätt',
    ],
    ['"34700"', `is 34700, ${whole}; write 34700 without quotes`, 'skriv 34700 utan citattecken'],
    ['1e400', `is Infinity, ${whole}`, `är Infinity, ${helt}`],
    ['.inf', `is Infinity, ${whole}`, `är Infinity, ${helt}`],
    ['-.inf', `is -Infinity, ${whole}`, `är -Infinity, ${helt}`],
    ['.nan', `is NaN, ${whole}`, `är NaN, ${helt}`],
    ['1e-7', `is 1e-7, ${whole}`, `är 1e-7, ${helt}`],
    [
      'true',
      '"true" is not allowed for "firstHour"; write whole öre, a block with of, percent',
      '"true" går inte att skriva under "firstHour"; skriv hela öre, ett block med of, percent',
    ],
    [
      '[34700]',
      '"a list" is not allowed for "firstHour"; write whole öre',
      '"en lista" går inte att skriva under "firstHour"',
    ],
    ['', '"firstHour" is empty; write whole öre, a block', '"firstHour" är tomt; skriv hela öre, ett block'],
    ['1e300', 'at most 9007199254740991 is expected', 'ska vara högst 9007199254740991'],
    ['-1', 'an amount is not below zero', 'ett belopp är inte under noll'],
  ])('%s is refused where it stands', (wrong, en, sv) => {
    const { problem, text, count } = problemOf('fees', 'firstHour: 34700', `firstHour: ${wrong}`)
    expect(count).toBe(1)
    expect(`${problem?.message}; ${problem?.mend}`).toContain(en)
    const line = text.slice(0, text.indexOf('firstHour:')).split('\n').length
    // A list is told of where its key stands.
    const column = wrong.startsWith('[') ? 7 : 18
    expect(problem).toMatchObject({ file: 'a.yaml', line, column, path: 'fees[0].rate.firstHour' })
    const swedish = problemOf('fees', 'firstHour: 34700', `firstHour: ${wrong}`, 'sv').problem
    expect(`${swedish?.message}; ${swedish?.mend}`).toContain(sv)
  })
})

describe('a minimum above a maximum', () => {
  const bounded = ruleKinds.filter(({ values }) => 'least' in values.shape && 'most' in values.shape)

  it.each(bounded.map((it) => [it.kind, it] as const))('is refused in %s', (kind, { values }) => {
    const rule = { id: 'R', kind, force: 'must', bearer: 'committee', clause: 'Avsnitt 1' }
    const withBounds = (least: number, most: number) =>
      loadGuideline(
        JSON.stringify({
          format: 'namndkontakt/guideline@1',
          id: 'bounds',
          title: 'Gränser',
          issuer: { committee: 'Provnämnden' },
          status: 'adopted',
          validity: { from: '2020-01-01' },
          document: { reviewBy: { when: 'none' } },
          rules: [{ ...rule, values: { ...(sampleOf(values) as object), least, most } }],
        }),
        'a.yaml',
        'sv',
      )
    expect(withBounds(2, 3).ok).toBe(true)
    expect(withBounds(3, 2)).toMatchObject({
      ok: false,
      problems: [{ message: 'minst 3 är mer än högst 2', mend: 'byt plats på de två' }],
    })
  })

  it('can stand in several kinds', () => {
    expect(bounded.map((it) => it.kind)).toEqual(expect.arrayContaining(['visits.count', 'appointment.per-object']))
  })
})

describe('a text that cannot be read at all', () => {
  it.each([
    [
      'a key that stands twice',
      'status: adopted',
      'status: adopted\nstatus: adopted',
      'the same key stands twice in a block; keep one of them',
      'samma nyckel står två gånger i ett block; behåll en av dem',
    ],
    [
      'a tab',
      'issuer:\n  m',
      'issuer:\n\tm',
      'the line is indented with a tab; indent with spaces, never with tabs',
      'raden är indragen med tabb; dra in med blanksteg, aldrig med tabb',
    ],
    ['two documents', 'rules:\n', '---\nrules:\n', 'the file has several documents', 'filen har flera dokument'],
    [
      'a quote that never ends',
      'owner: Omsorgsnämnden',
      'owner: "Omsorgsnämnden',
      'a character is missing',
      'ett tecken saknas',
    ],
    [
      'a tag of another language',
      'status: adopted',
      'status: !!js/function adopted',
      'a ! stands where it cannot be understood',
      'ett ! står där det inte kan tolkas',
    ],
    [
      'an alias of nothing',
      'status: adopted',
      'status: *adopted',
      'refers to itself too many times|an & or \\* points at nothing',
      'pekar inte på något|hänvisar till sig själv',
    ],
  ])('%s is told of in both languages', (_what, right, wrong, en, sv) => {
    const { problem } = problemOf('guideline', right, wrong)
    expect(`${problem?.message}; ${problem?.mend}`).toMatch(new RegExp(en))
    expect(problem?.line).toBeGreaterThanOrEqual(1)
    const swedish = problemOf('guideline', right, wrong, 'sv').problem
    expect(`${swedish?.message}; ${swedish?.mend}`).toMatch(new RegExp(sv))
  })

  it.each(['[', '{a: ', '- ', '"'])('%s twenty thousand times over is told of and brings nothing down', (sign) => {
    const result = loadGuideline(sign.repeat(20_000), 'deep.yaml', 'sv')
    expect(result.ok).toBe(false)
    expect(result.ok || (result.problems[0]?.message.length ?? 0)).toBeGreaterThan(10)
  })
})
