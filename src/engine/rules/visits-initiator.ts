import { z } from 'zod'
import { broken, defineRule, orSilent, unanswered, unansweredSentences } from './kind.ts'

/** Who takes the first step towards a visit: contacts and books, or calls and invites. */
export const visitsInitiator = defineRule({
  kind: 'visits.initiator',
  once: true,
  values: z.strictObject({ by: orSilent(['politician', 'manager', 'secretary', 'chair', 'administration', 'group']) }),
  visit(run, rule, visit) {
    // A placement is asked for, and a meeting is invited to, in its own way.
    if (visit.visit.form !== 'visit') return
    const { by } = rule.values
    if (by === 'silent') {
      return run.emit(rule, 'cannot-tell', 'unanswered', {
        subject: visit.subject,
        related: visit.related,
        day: visit.day,
        missing: unanswered(rule, 'by'),
      })
    }
    const right = visit.visit.initiated.by === by
    run.emit(rule, right ? 'satisfied' : broken(rule), right ? 'initiated' : 'other-initiator', {
      subject: visit.subject,
      related: visit.related,
      day: visit.day,
      values: { by, initiatedBy: visit.visit.initiated.by },
    })
  },
  describe: {
    sv: ({ by }, words) =>
      by === 'silent'
        ? 'Vem som tar initiativ till besök är inte sagt.'
        : by === 'politician'
          ? 'Kontaktpolitikern kontaktar enhetens chef och bokar besöket.'
          : `Besök inleds av ${words.label(by)}, som kallar eller bjuder in.`,
    en: ({ by }, words) =>
      by === 'silent'
        ? 'Who takes the initiative to a visit is not said.'
        : by === 'politician'
          ? "The contact politician contacts the unit's manager and books the visit."
          : `${words.label(by).replace(/^./, (first) => first.toUpperCase())} begins a visit by calling or inviting.`,
  },
  sentences: {
    sv: {
      ...unansweredSentences.sv,
      initiated: (say) => `Besöket togs upp av ${say.labels('initiatedBy')}, som riktlinjen anger.`,
      'other-initiator': (say) =>
        `Besöket togs upp av ${say.labels('initiatedBy')}; enligt riktlinjen är det ${say.labels('by')} som gör det.`,
    },
    en: {
      ...unansweredSentences.en,
      initiated: (say) => `The visit was taken up by ${say.labels('initiatedBy')}, as the guideline says.`,
      'other-initiator': (say) =>
        `The visit was taken up by ${say.labels('initiatedBy')}; by the guideline it is ${say.labels('by')} who does so.`,
    },
  },
})
