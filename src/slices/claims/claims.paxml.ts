import { XMLBuilder } from 'fast-xml-parser'
import { isoTimeOfDay } from '../../kernel/clock-time.ts'
import { isoFromDay } from '../../kernel/date.ts'
import { type Instant, inStockholm } from '../../kernel/instant.ts'
import { plainKronor } from '../../kernel/money.ts'
import { encodeSingleByte } from '../../platform/documents/single-byte.ts'
import { assertPayable, oneLine, type PayrollBatch, type PayrollRow, writtenQuantity } from './claims.export.ts'
import { checkPaxml } from './claims.paxml-check.ts'

/** What differs between receivers: newer versions are in use, but only 2.0 has a published schema to check against. */
export type PaxmlOptions = {
  readonly version?: string
  readonly schemaAddress?: string
  readonly encoding?: 'UTF-8' | 'ISO-8859-1'
  /** Numbers of the dimensions, where the receiver has others than SIE: 1 is cost centre, 6 is project. */
  readonly costCentreDimension?: number
  readonly projectDimension?: number
  /** Names of those who approved. */
  readonly approvedBy?: readonly string[]
  /** The twelve digits of those who have no employment number and are registered for payroll, by person. */
  readonly personalNumbers?: ReadonlyMap<string, string>
}

type Dimension = {
  readonly dim: string
  readonly name: string
  readonly of: (row: PayrollRow) => string | undefined
}

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  suppressEmptyNode: true,
})

/**
 * Returns the batch as PAXml 2.0 (specification of 2013-03-13): one `lonetrans` a row, always with the
 * municipality's own `lonart`, as the format's codes have none for fees of elected members. A personal number (`persnr`)
 * stands only where there is no employment number (`anstid`). Throws when `payrollProblems` or `checkPaxml` finds any.
 */
export function payrollPaxml(batch: PayrollBatch, options: PaxmlOptions = {}): Uint8Array {
  assertPayable(batch)
  const { version = '2.0', encoding = 'UTF-8', costCentreDimension = 1, projectDimension = 6 } = options
  const dimensions: readonly Dimension[] = [
    { dim: String(costCentreDimension), name: 'Kostnadsställe', of: (row) => row.costCentre },
    { dim: String(projectDimension), name: 'Projekt', of: (row) => row.project },
  ]
  const xml = paxmlText(batch, {
    version,
    encoding,
    dimensions,
    approvedBy: options.approvedBy ?? [],
    personalNumbers: options.personalNumbers ?? new Map(),
    schemaAddress: options.schemaAddress ?? `http://www.paxml.se/${version}/paxml.xsd`,
  })
  const problems = checkPaxml(xml, { version })
  if (problems.length > 0) throw new Error(`Payroll batch ${batch.number} is no PAXml: ${JSON.stringify(problems)}`)
  return encoding === 'UTF-8'
    ? new TextEncoder().encode(xml)
    : encodeSingleByte(xml, 'iso-8859-1', (character) => `&#${character.codePointAt(0)};`)
}

type Written = Required<Omit<PaxmlOptions, 'costCentreDimension' | 'projectDimension'>> & {
  readonly dimensions: readonly Dimension[]
}

function paxmlText(batch: PayrollBatch, options: Written): string {
  const used = options.dimensions.filter((dimension) => batch.rows.some((row) => dimension.of(row)))
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': options.encoding },
    paxml: {
      '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      '@xsi:noNamespaceSchemaLocation': options.schemaAddress,
      header: {
        format: 'LÖNIN',
        version: options.version,
        datum: localDateTime(batch.createdAt),
        ...present('foretagorgnr', batch.municipality.organisationNumber),
        foretagnamn: oneLine(batch.municipality.name),
        ...present('attestansvarig', options.approvedBy.join(', ')),
        programnamn: 'Nämndkontakt',
        info: `Lönefil ${batch.number}, ${oneLine(batch.committee)}`,
      },
      ...(used.length > 0 && {
        dimensioner: { dimension: used.map(({ dim, name }) => ({ '@dim': dim, '@namn': name })) },
      }),
      lonetransaktioner: { lonetrans: batch.rows.map((row) => transaction(row, options)) },
    },
  })
}

function transaction(row: PayrollRow, { personalNumbers, dimensions }: Written): object {
  const units = dimensions.flatMap(({ dim, of }) => {
    const id = oneLine(of(row) ?? '')
    return id === '' ? [] : [{ '@dim': dim, '@id': id }]
  })
  return {
    '@postid': String(row.rowId),
    ...whose(row, personalNumbers),
    lonart: oneLine(row.payType),
    benamning: oneLine(row.label),
    ...present('kommentar', row.comment),
    datum: isoFromDay(row.day),
    antal: writtenQuantity(row, '.'),
    apris: plainKronor(row.rate),
    belopp: plainKronor(row.amount),
    samlingsid: oneLine(row.visitRef),
    ...(units.length > 0 && { resenheter: { resenhet: units } }),
    ...present('info', row.counters === undefined ? '' : `Rättar rad ${row.counters}`),
  }
}

/** At least one of the two must stand (PAXml 2.0); we write one alone, since a receiver compares them. */
function whose(row: PayrollRow, personalNumbers: ReadonlyMap<string, string>): object {
  const employmentNumber = oneLine(row.employmentNumber)
  if (employmentNumber !== '') return { '@anstid': employmentNumber }
  const digits = personalNumbers.get(row.personId ?? '')
  return digits === undefined ? {} : { '@persnr': digits }
}

function present(name: string, text: string | undefined): object {
  const line = oneLine(text ?? '')
  return line === '' ? {} : { [name]: line }
}

/** `xs:dateTime` without a zone, by a clock in Stockholm, as in the specification's examples. */
function localDateTime(instant: Instant): string {
  const { day, time } = inStockholm(instant)
  return `${isoFromDay(day)}T${isoTimeOfDay(time)}:00`
}
