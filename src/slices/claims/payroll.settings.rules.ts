export const paxmlEncodings = ['UTF-8', 'ISO-8859-1'] as const

/** What a municipality can set for its payroll files. */
export type PayrollSettings = {
  readonly paxmlVersion: string
  readonly paxmlSchema: string
  readonly paxmlEncoding: (typeof paxmlEncodings)[number]
  /** Numbers of the dimensions in PAXml, 1 to 99. */
  readonly costCentreDimension: number
  readonly projectDimension: number
}

/** As the specification of PAXml 2.0 has it, with the dimensions of SIE: 1 is cost centre and 6 project. */
export const standardSettings: PayrollSettings = {
  paxmlVersion: '2.0',
  paxmlSchema: 'http://www.paxml.se/2.0/paxml.xsd',
  paxmlEncoding: 'UTF-8',
  costCentreDimension: 1,
  projectDimension: 6,
}
