import { z } from 'zod'
import { broken, defineRule } from './kind.ts'

/** A visit is preferably placed together with a relatives' council or the like, where there is one. */
export const visitsWithCouncil = defineRule({
  kind: 'visits.with-relatives-council',
  title: { sv: 'Besök i samband med anhörigråd', en: "Visits together with a relatives' council" },
  ask: {
    preferably: {
      sv: 'Läggs besök helst i samband med anhörigråd, där det finns?',
      en: "Are visits preferably placed together with a relatives' council, where there is one?",
    },
  },
  values: z.strictObject({ preferably: z.boolean() }),
  visit(run, rule, visit) {
    if ((!visit.happened && !visit.ahead) || !visit.units.some((unit) => unit.relativesCouncil === true)) return
    const together = visit.visit.withRelativesCouncil === true
    run.emit(rule, together ? 'satisfied' : broken(rule), together ? 'together' : 'apart', {
      subject: visit.subject,
      related: visit.related,
      day: visit.day,
    })
  },
  describe: {
    sv: () => 'Där det finns ett anhörigråd eller liknande läggs besöket helst i samband med det.',
    en: () => "Where there is a relatives' council or the like, the visit is preferably placed together with it.",
  },
  sentences: {
    sv: {
      together: () => 'Besöket ligger i samband med anhörigrådet.',
      apart: () => 'Enheten har ett anhörigråd; besöket kan gärna läggas i samband med det.',
    },
    en: {
      together: () => "The visit is placed together with the relatives' council.",
      apart: () => "The unit has a relatives' council; the visit may preferably be placed together with it.",
    },
  },
})
