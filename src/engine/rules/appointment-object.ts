import { z } from 'zod'
import { broken, defineRule, localised } from './kind.ts'

/** What one is contact politician for: a unit, an area of several units, or nothing of one's own but a group. */
export const appointmentObject = defineRule({
  kind: 'appointment.object',
  values: z.strictObject({
    object: z.enum(['unit', 'area', 'group']),
    /** What counts as one: examples, or all of them when `onlyThese`. */
    named: z.array(localised).default([]),
    onlyThese: z.boolean().default(false),
    operatedBy: z.array(z.enum(['municipality', 'private'])).optional(),
  }),
  appointment(run, rule, appointment) {
    const { object, named, onlyThese, operatedBy } = rule.values
    const chosen = appointment.unit === undefined ? 'area' : 'unit'
    const about = {
      subject: { type: 'appointment', id: appointment.id },
      related: [{ type: 'person', id: appointment.person }],
      values: { person: appointment.person, object, chosen },
    } as const
    if (object !== chosen) return run.emit(rule, broken(rule), 'other-object', about)
    const unit = appointment.unit === undefined ? undefined : run.facts.units.get(appointment.unit)
    if (unit !== undefined && operatedBy !== undefined && !operatedBy.includes(unit.operatedBy)) {
      return run.emit(rule, broken(rule), 'other-operator', {
        ...about,
        values: { ...about.values, unit: unit.id, operatedBy: [unit.operatedBy] },
      })
    }
    const area = appointment.area === undefined ? undefined : run.facts.areas.get(appointment.area)
    const listed = named.some((it) => it.sv.toLowerCase() === area?.name.toLowerCase())
    if (onlyThese && area !== undefined && !listed)
      return run.emit(rule, broken(rule), 'not-listed', { ...about, values: { ...about.values, area: area.id } })
    run.emit(rule, 'satisfied', 'fits', about)
  },
  describe: {
    sv: ({ object, named, onlyThese, operatedBy }, words) =>
      `Uppdraget gäller ${object === 'unit' ? 'en enhet' : object === 'area' ? 'ett verksamhetsområde' : 'en besöksgrupp'}${
        named.length === 0 ? '' : `${onlyThese ? ': ' : ', till exempel '}${words.list(named.map((it) => it.sv))}`
      }${operatedBy === undefined ? '' : `, i ${operatedBy.map((it) => words.label(it)).join(' eller ')}`}.`,
    en: ({ object, named, onlyThese, operatedBy }, words) =>
      `The appointment is for ${object === 'unit' ? 'a unit' : object === 'area' ? 'an area' : 'a visiting group'}${
        named.length === 0 ? '' : `${onlyThese ? ': ' : ', for example '}${words.list(named.map((it) => it.en))}`
      }${operatedBy === undefined ? '' : `, ${operatedBy.map((it) => words.label(it)).join(' or ')}`}.`,
  },
  sentences: {
    sv: {
      fits: () => 'Uppdraget gäller det som riktlinjen anger.',
      'other-object': (say) =>
        `Uppdraget gäller ett annat slag (${say.labels('chosen')}) än riktlinjen anger (${say.labels('object')}).`,
      'other-operator': (say) =>
        `${say.name('unit', 'unit')} drivs på ett sätt som riktlinjen inte omfattar: ${say.labels('operatedBy')}.`,
      'not-listed': (say) => `${say.name('area', 'area')} finns inte bland de verksamheter som riktlinjen räknar upp.`,
    },
    en: {
      fits: () => 'The appointment is for what the guideline names.',
      'other-object': (say) =>
        `The appointment is for another kind (${say.labels('chosen')}) than the guideline names (${say.labels('object')}).`,
      'other-operator': (say) =>
        `${say.name('unit', 'unit')} is run in a way that the guideline does not cover: ${say.labels('operatedBy')}.`,
      'not-listed': (say) => `${say.name('area', 'area')} is not among the operations that the guideline lists.`,
    },
  },
})
