import fc from 'fast-check'

/** Values that stand where another was. */
const scalars = [
  '',
  'null',
  'true',
  'no',
  '0',
  '-1',
  '1e400',
  '999999999999999999999',
  '9007199254740991',
  '-9007199254740991',
  '10000000000',
  '0.1',
  '.nan',
  '-.inf',
  '0x1F',
  '""',
  '" "',
  'silent',
  'constructor',
  'text',
  'å-ö',
  '2026-02-30',
  '9999-12-31',
  '0001-01-01',
  '"24:00"',
  '[]',
  '{}',
  '[a, b]',
  '{ a: b }',
  '!!binary aGVq',
  '!!set { a }',
  '!!js/function x',
  '!x y',
  '&a x',
  '*a',
  '&a [*a]',
  '"\\u0000"',
  '"a; b"',
  '|\n  block',
  `${'['.repeat(200)}${']'.repeat(200)}`,
  'x'.repeat(2000),
]
const keys = ['__proto__', 'constructor', 'toString', '<<', '""', '?', 'id', 'from', 'values', 'null', '1']
const signs = [
  '\u0000',
  '\u0007',
  '\u001b',
  '\u007f',
  '\u2028',
  '\ufeff',
  '\t',
  ':',
  '-',
  '{',
  '}',
  '&a ',
  '*a',
  '#',
  '%',
  '"',
  "'",
]

type Slip = (text: string) => string

const lineSlip = (change: (lines: string[], at: number, other: number) => void) =>
  fc.tuple(fc.nat(), fc.nat()).map(
    ([at, other]): Slip =>
      (text) => {
        const lines = text.split('\n')
        change(lines, at % lines.length, other % lines.length)
        return lines.join('\n')
      },
  )

/** A key of a block with its value, wherever it stands on its line. */
const pairSlip = <T>(values: fc.Arbitrary<T>, change: (key: string, value: string, put: T) => string) =>
  fc.tuple(fc.nat(), values).map(
    ([nth, put]): Slip =>
      (text) => {
        const pairs = [...text.matchAll(/([A-Za-z]+): ([^,{}[\]\n]+)/g)]
        const pair = pairs[nth % Math.max(1, pairs.length)]
        if (pair === undefined) return text
        const [whole, key = '', value = ''] = pair
        return text.slice(0, pair.index) + change(key, value, put) + text.slice(pair.index + whole.length)
      },
  )

const slip: fc.Arbitrary<Slip> = fc.oneof(
  lineSlip((lines, at) => lines.splice(at, 1)),
  lineSlip((lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  lineSlip((lines, at, other) => {
    ;[lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? '']
  }),
  lineSlip((lines, at) => {
    lines[at] = (lines[at] ?? '').replace(/^ +/, '\t')
  }),
  lineSlip((lines, at, other) => {
    lines[at] = `${' '.repeat(other % 9)}${lines[at]}`
  }),
  pairSlip(fc.constantFrom(...scalars), (key, _value, put) => `${key}: ${put}`),
  pairSlip(fc.constantFrom(...scalars), (key, _value, put) => `${key}: ${put}`),
  pairSlip(fc.constantFrom(...keys), (_key, value, put) => `${put}: ${value}`),
  pairSlip(fc.string({ maxLength: 12, unit: 'binary' }), (key, _value, put) => `${key}: ${put}`),
  fc.tuple(fc.nat(), fc.constantFrom(...signs)).map(
    ([at, sign]): Slip =>
      (text) => {
        const place = at % (text.length + 1)
        return text.slice(0, place) + sign + text.slice(place)
      },
  ),
  fc.nat().map(
    (at): Slip =>
      (text) =>
        text.slice(0, at % (text.length + 1)),
  ),
  fc.constantFrom<Slip>(
    (text) => text.replaceAll('\n', '\r\n'),
    (text) => `\ufeff${text}`,
    (text) => `${text}\n---\n${text}`,
    (text) => `# ${text}`,
    (text) => `${text}\n__proto__: { polluted: true }\n`,
  ),
)

/** Returns the text with one to three slips of the pen, or of the programme that wrote it. */
export const slipped = (text: string): fc.Arbitrary<string> =>
  fc.array(slip, { minLength: 1, maxLength: 3 }).map((slips) => slips.reduce((all, change) => change(all), text))
