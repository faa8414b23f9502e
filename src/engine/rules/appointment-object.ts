import { z } from 'zod'
import type { AppointedObject } from '../appointed.ts'
import { broken, defineRule, localised } from './kind.ts'
import { wordsOf } from './words.ts'

const kinds = ['unit', 'units', 'area', 'locality', 'service', 'group'] as const
/** A kind of thing that one can be contact politician for. */
export type ObjectKind = (typeof kinds)[number]
const kind = z.enum(kinds)

/** What one is contact politician for: a unit, several, an area, a locality, a service type, or nothing of one's own but a group. */
export const appointmentObject = defineRule({
  kind: 'appointment.object',
  title: { sv: 'Vad uppdraget gäller', en: 'What the appointment is for' },
  ask: {
    object: {
      sv: 'Vad utses en kontaktpolitiker för?',
      en: 'What is a contact politician appointed for?',
      help: {
        sv: 'Flera slag kan gälla sida vid sida.',
        en: 'Several kinds can hold side by side.',
      },
      choices: {
        unit: { sv: 'en enhet', en: 'a unit' },
        units: { sv: 'flera namngivna enheter', en: 'several named units' },
        area: { sv: 'ett verksamhetsområde', en: 'an area' },
        locality: { sv: 'en ort eller stadsdel', en: 'a locality or district' },
        service: { sv: 'en verksamhetstyp', en: 'a service type' },
        group: { sv: 'en besöksgrupp', en: 'a visiting group' },
      },
    },
    named: {
      sv: 'Vilka verksamheter räknar riktlinjen upp?',
      en: 'Which operations does the guideline list?',
    },
    onlyThese: {
      sv: 'Gäller det bara dem som räknas upp?',
      en: 'Are only those that are listed meant?',
      help: { sv: 'Svara nej om de är exempel.', en: 'Answer no where they are examples.' },
    },
    operatedBy: {
      sv: 'Vems verksamheter omfattas?',
      en: 'Whose operations are covered?',
      help: { sv: 'Lämna tomt om riktlinjen inte säger det.', en: 'Leave it empty where the guideline does not say.' },
    },
  },
  values: z.strictObject({
    /** One kind, or several side by side. */
    object: z.union([kind, z.array(kind).min(1)]),
    /** What counts as one: examples, or all of them when `onlyThese`. */
    named: z.array(localised).default([]),
    onlyThese: z.boolean().default(false),
    operatedBy: z.array(z.enum(['municipality', 'private'])).optional(),
  }),
  appointment(run, rule, appointment) {
    const { named, onlyThese, operatedBy } = rule.values
    const objects = objectsOf(rule.values.object)
    const chosen = chosenBy(appointment)
    const about = {
      subject: { type: 'appointment', id: appointment.id },
      related: [{ type: 'person', id: appointment.person }],
      values: { person: appointment.person, object: objects.length === 1 ? objects[0] : objects, chosen },
    } as const
    if (!objects.includes(chosen)) return run.emit(rule, broken(rule), 'other-object', about)
    const namedUnits = appointment.unit === undefined ? (appointment.units ?? []) : [appointment.unit]
    for (const id of namedUnits) {
      const unit = run.facts.units.get(id)
      if (unit === undefined || operatedBy === undefined || operatedBy.includes(unit.operatedBy)) continue
      return run.emit(rule, broken(rule), 'other-operator', {
        ...about,
        values: { ...about.values, unit: unit.id, operatedBy: [unit.operatedBy] },
      })
    }
    const place = placeOf(appointment, (area) => run.facts.areas.get(area)?.name)
    if (onlyThese && place !== undefined && !isListed(place.name, named))
      return run.emit(rule, broken(rule), 'not-listed', { ...about, values: { ...about.values, ...place } })
    run.emit(rule, 'satisfied', 'fits', about)
  },
  describe: {
    sv: ({ object, named, onlyThese, operatedBy }, words) =>
      `Uppdraget gäller ${words.either(objectsOf(object).map((it) => nouns.sv[it].one))}${
        named.length === 0 ? '' : `${onlyThese ? ': ' : ', till exempel '}${words.list(named.map((it) => it.sv))}`
      }${operatedBy === undefined ? '' : `, i ${operatedBy.map((it) => words.label(it)).join(' eller ')}`}.`,
    en: ({ object, named, onlyThese, operatedBy }, words) =>
      `The appointment is for ${words.either(objectsOf(object).map((it) => nouns.en[it].one))}${
        named.length === 0 ? '' : `${onlyThese ? ': ' : ', for example '}${words.list(named.map((it) => it.en))}`
      }${operatedBy === undefined ? '' : `, ${operatedBy.map((it) => words.label(it)).join(' or ')}`}.`,
  },
  sentences: {
    sv: {
      fits: () => 'Uppdraget gäller det som riktlinjen anger.',
      'other-object': (say) =>
        `Uppdraget gäller ett annat slag (${kindsIn(say.finding.values.chosen, 'sv')}) än riktlinjen anger (${kindsIn(say.finding.values.object, 'sv')}).`,
      'other-operator': (say) =>
        `${say.name('unit', 'unit')} drivs på ett sätt som riktlinjen inte omfattar: ${say.labels('operatedBy')}.`,
      'not-listed': (say) => `${say.text('name')} finns inte bland de verksamheter som riktlinjen räknar upp.`,
    },
    en: {
      fits: () => 'The appointment is for what the guideline names.',
      'other-object': (say) =>
        `The appointment is for another kind (${kindsIn(say.finding.values.chosen, 'en')}) than the guideline names (${kindsIn(say.finding.values.object, 'en')}).`,
      'other-operator': (say) =>
        `${say.name('unit', 'unit')} is run in a way that the guideline does not cover: ${say.labels('operatedBy')}.`,
      'not-listed': (say) => `${say.text('name')} is not among the operations that the guideline lists.`,
    },
  },
})

const nouns = {
  sv: {
    unit: { one: 'en enhet', bare: 'enhet' },
    units: { one: 'flera enheter', bare: 'flera enheter' },
    area: { one: 'ett verksamhetsområde', bare: 'verksamhetsområde' },
    locality: { one: 'en ort', bare: 'ort' },
    service: { one: 'en verksamhetstyp', bare: 'verksamhetstyp' },
    group: { one: 'en besöksgrupp', bare: 'besöksgrupp' },
  },
  en: {
    unit: { one: 'a unit', bare: 'unit' },
    units: { one: 'several units', bare: 'several units' },
    area: { one: 'an area', bare: 'area' },
    locality: { one: 'a locality', bare: 'locality' },
    service: { one: 'a service type', bare: 'service type' },
    group: { one: 'a visiting group', bare: 'visiting group' },
  },
} as const

/** Returns what a kind of object is called, without an article. */
export function nounOf(object: ObjectKind, language: 'sv' | 'en'): string {
  return nouns[language][object].bare
}

/** Returns the kinds as a list, where a single one may be written alone. */
export function objectsOf(object: ObjectKind | readonly ObjectKind[]): readonly ObjectKind[] {
  return typeof object === 'string' ? [object] : object
}

/** A set of one unit is a unit. */
function chosenBy({ unit, units, area, locality }: AppointedObject): ObjectKind {
  if (unit !== undefined || units?.length === 1) return 'unit'
  if (units !== undefined) return 'units'
  return area !== undefined ? 'area' : locality !== undefined ? 'locality' : 'service'
}

/** What has a name that a list can hold; a unit's own name stands in no guideline. */
function placeOf(object: AppointedObject, areaName: (area: string) => string | undefined) {
  if (object.area !== undefined) return { area: object.area, name: areaName(object.area) ?? object.area }
  const name = object.locality ?? object.service
  return name === undefined ? undefined : { name }
}

function isListed(name: string, named: readonly { readonly sv: string }[]): boolean {
  return named.some((it) => it.sv.toLowerCase() === name.toLowerCase())
}

function kindsIn(value: unknown, language: 'sv' | 'en'): string {
  const codes = (Array.isArray(value) ? value : [value]) as readonly ObjectKind[]
  return wordsOf(language).either(codes.map((it) => nounOf(it, language)))
}
