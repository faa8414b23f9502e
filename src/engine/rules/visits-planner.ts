import { z } from 'zod'
import { broken, defineRule } from './kind.ts'
import { judgeConsulted } from './visits-consulted.ts'
import { role } from './visits-forms.ts'

/** Who plans the content of the visit, together with whom, and whether the planner chooses its forum. */
export const visitsPlanner = defineRule({
  kind: 'visits.planner',
  title: { sv: 'Vem som planerar besöket', en: 'Who plans the visit' },
  ask: {
    by: { sv: 'Vem planerar innehållet i besöket?', en: 'Who plans the content of the visit?' },
    choosesForum: { sv: 'Väljer den som planerar också forum?', en: 'Does the planner choose the forum too?' },
    inConsultationWith: { sv: 'I samråd med vilka?', en: 'In consultation with whom?' },
  },
  once: true,
  values: z.strictObject({
    by: role,
    choosesForum: z.boolean().default(false),
    inConsultationWith: z.array(role).default([]),
  }),
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
    if (planned !== undefined) judgeConsulted(run, rule, visit, planned.consulted)
  },
  describe: {
    sv: ({ by, choosesForum, inConsultationWith: others }, words) =>
      `Innehållet i besöket planeras av ${words.label(by)}${others.length === 0 ? '' : ` i samråd med ${words.labels(others)}`}${choosesForum ? ', som också väljer forum' : ''}.`,
    en: ({ by, choosesForum, inConsultationWith: others }, words) =>
      `The content of the visit is planned by ${words.label(by)}${others.length === 0 ? '' : ` in consultation with ${words.labels(others)}`}${choosesForum ? ', who also chooses the forum' : ''}.`,
  },
  sentences: {
    sv: {
      planned: (say) => `Besöket är planerat av ${say.labels('plannedBy')}.`,
      'to-plan': (say) => `Besöket ska planeras av ${say.labels('by')}.`,
      'not-planned': (say) => `Besöket hölls utan att ${say.labels('by')} hade planerat det.`,
      'other-planner': (say) =>
        `Besöket planerades av ${say.labels('plannedBy')}; enligt riktlinjen är det ${say.labels('by')} som planerar.`,
      consulted: (say) => `Besöket planerades i samråd med ${say.labels('consulted')}.`,
      'not-consulted': (say) => `Besöket planerades utan samråd med ${say.labels('unasked')}.`,
      'consultation-not-noted': (say) =>
        `Det är inte antecknat om besöket planerades i samråd med ${say.labels('unasked')}.`,
    },
    en: {
      planned: (say) => `The visit is planned by ${say.labels('plannedBy')}.`,
      'to-plan': (say) => `The visit is to be planned by ${say.labels('by')}.`,
      'not-planned': (say) => `The visit was held without ${say.labels('by')} having planned it.`,
      'other-planner': (say) =>
        `The visit was planned by ${say.labels('plannedBy')}; by the guideline ${say.labels('by')} plans it.`,
      consulted: (say) => `The visit was planned in consultation with ${say.labels('consulted')}.`,
      'not-consulted': (say) => `The visit was planned without consulting ${say.labels('unasked')}.`,
      'consultation-not-noted': (say) =>
        `It is not noted whether the visit was planned in consultation with ${say.labels('unasked')}.`,
    },
  },
})
