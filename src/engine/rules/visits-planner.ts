import { z } from 'zod'
import { initiators } from '../programme.ts'
import { broken, defineRule } from './kind.ts'

/** Who plans the content of the visit, and chooses its forum where the clause says so. */
export const visitsPlanner = defineRule({
  kind: 'visits.planner',
  once: true,
  values: z.strictObject({ by: z.enum(initiators), choosesForum: z.boolean().default(false) }),
  visit(run, rule, visit) {
    if (!visit.happened && !visit.ahead) return
    const planned = visit.visit.planned
    const code =
      planned === undefined
        ? visit.happened
          ? 'not-planned'
          : 'to-plan'
        : planned.by === rule.values.by
          ? 'planned'
          : 'other-planner'
    run.emit(rule, code === 'planned' ? 'satisfied' : code === 'to-plan' ? 'due' : broken(rule), code, {
      subject: visit.subject,
      related: visit.related,
      day: visit.day,
      values: { by: rule.values.by, plannedBy: planned?.by },
    })
  },
  describe: {
    sv: ({ by, choosesForum }, words) =>
      `Innehållet i besöket planeras av ${words.label(by)}${choosesForum ? ', som också väljer forum' : ''}.`,
    en: ({ by, choosesForum }, words) =>
      `The content of the visit is planned by ${words.label(by)}${choosesForum ? ', who also chooses the forum' : ''}.`,
  },
  sentences: {
    sv: {
      planned: (say) => `Besöket är planerat av ${say.labels('plannedBy')}.`,
      'to-plan': (say) => `Besöket ska planeras av ${say.labels('by')}.`,
      'not-planned': (say) => `Besöket hölls utan att ${say.labels('by')} hade planerat det.`,
      'other-planner': (say) =>
        `Besöket planerades av ${say.labels('plannedBy')}; enligt riktlinjen är det ${say.labels('by')} som planerar.`,
    },
    en: {
      planned: (say) => `The visit is planned by ${say.labels('plannedBy')}.`,
      'to-plan': (say) => `The visit is to be planned by ${say.labels('by')}.`,
      'not-planned': (say) => `The visit was held without ${say.labels('by')} having planned it.`,
      'other-planner': (say) =>
        `The visit was planned by ${say.labels('plannedBy')}; by the guideline ${say.labels('by')} plans it.`,
    },
  },
})
