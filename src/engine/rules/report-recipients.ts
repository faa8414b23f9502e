import { z } from 'zod'
import { deliveredOn } from './report-delivery.ts'
import { defineRule } from './kind.ts'

/** To whom a report goes. */
export const reportRecipients = defineRule({
  kind: 'report.recipients',
  values: z.strictObject({
    /** `notification`: delgivning among the meeting's papers; `information`: the committee is told what was discussed. */
    committee: z.enum(['notification', 'information']),
    manager: z.boolean(),
  }),
  visit(run, rule, visit) {
    if (!visit.happened) return
    for (const report of visit.reports) {
      if (deliveredOn(run.facts, report) === undefined) continue
      const toCommittee = report.meeting !== undefined || report.oralAt !== undefined
      const toManager = !rule.values.manager || report.form === 'oral' || report.toManager !== undefined
      const code =
        toCommittee && toManager ? 'sent' : toCommittee ? 'manager-waits' : toManager ? 'committee-waits' : 'both-wait'
      run.emit(rule, code === 'sent' ? 'satisfied' : 'due', code, {
        subject: { type: 'report', id: report.id },
        related: [visit.subject, ...visit.related],
        day: visit.day,
        values: { meeting: report.meeting ?? report.oralAt, toManagerOn: report.toManager },
      })
    }
  },
  describe: {
    sv: ({ committee, manager }) =>
      `Rapporten går till nämnden ${committee === 'notification' ? 'för delgivning' : 'som information'}${manager ? ' och till enhetens chef' : ''}.`,
    en: ({ committee, manager }) =>
      `The report goes to the committee as ${committee}${manager ? " and to the unit's manager" : ''}.`,
  },
  sentences: {
    sv: {
      sent: () => 'Rapporten har gått dit den ska.',
      'manager-waits': () => 'Rapporten ska också gå till enhetens chef.',
      'committee-waits': () => 'Rapporten ska gå till nämnden vid ett sammanträde.',
      'both-wait': () => 'Rapporten ska gå till nämnden och till enhetens chef.',
    },
    en: {
      sent: () => 'The report has gone where it is to go.',
      'manager-waits': () => "The report is to go to the unit's manager too.",
      'committee-waits': () => 'The report is to go to the committee at a meeting.',
      'both-wait': () => "The report is to go to the committee and to the unit's manager.",
    },
  },
})
