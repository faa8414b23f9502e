/** What the committee writes itself in its record of processing (GDPR art. 30), in the order of the document. */
export const recordFields = [
  'contact',
  'officer',
  'purposeAssignment',
  'purposeFee',
  'purposeRegister',
  'purposeAccount',
  'purposePublic',
  'recipients',
  'operator',
  'mailHost',
  'thirdCountries',
  'retention',
  'security',
  'adopted',
] as const

/** The risks that are the product's own, each with the committee's judgement. */
export const assessedRisks = ['individuals', 'smallUnits', 'protected', 'recipients', 'access', 'monitoring'] as const

/** What the committee writes itself in its impact assessment (GDPR art. 35). */
export const assessmentFields = [
  'description',
  'necessity',
  ...assessedRisks,
  'views',
  'officerAdvice',
  'decision',
] as const

export const fieldsOf = { record: recordFields, assessment: assessmentFields } as const
export type DataProtectionField = (typeof recordFields)[number] | (typeof assessmentFields)[number]

export type Answers = Readonly<Record<string, string>>

/** Returns what the document says in each field: what was written, else what it is filled with from the start. */
export function answersFor(
  fields: readonly DataProtectionField[],
  written: Answers | undefined,
  prefilled: Answers,
): ReadonlyMap<DataProtectionField, string> {
  return new Map(fields.map((field) => [field, (written?.[field] ?? prefilled[field] ?? '').trim()]))
}

/** Returns the fields that are not filled in. */
export function missingIn(answers: ReadonlyMap<DataProtectionField, string>): readonly DataProtectionField[] {
  return [...answers].flatMap(([field, text]) => (text === '' ? [field] : []))
}
