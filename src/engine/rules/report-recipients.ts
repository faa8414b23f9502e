import { z } from 'zod'
import { openCode, type Report } from '../programme.ts'
import { deliveredOn } from './report-delivery.ts'
import { defineRule } from './kind.ts'

const values = z.strictObject({
  /** `notification`: delgivning among the meeting's papers; `information`: the committee is told what was discussed. */
  committee: z.enum(['notification', 'information', 'none']),
  manager: z.boolean(),
  /** Others that it is sent to: a code of the product's, or one that the guideline names under `terms`. */
  others: z.array(openCode.meta({ examples: ['administration', 'chair', 'director', 'relatives'] })).default([]),
})
type Values = z.infer<typeof values>

/** To whom a report goes. */
export const reportRecipients = defineRule({
  kind: 'report.recipients',
  title: { sv: 'Rapportens mottagare', en: 'Recipients of the report' },
  ask: {
    committee: {
      sv: 'Hur går rapporten till nämnden?',
      en: 'How does the report go to the committee?',
      choices: {
        notification: { sv: 'för delgivning, bland handlingarna', en: 'as notification, among the papers' },
        information: { sv: 'som information', en: 'as information' },
        none: { sv: 'inte alls', en: 'not at all' },
      },
    },
    manager: { sv: 'Ska enhetens chef också få rapporten?', en: "Does the unit's manager get the report too?" },
    others: {
      sv: 'Vilka andra ska få rapporten?',
      en: 'Who else gets the report?',
      help: {
        sv: 'Till exempel förvaltningen eller ett anhörigråd. Lämna tomt om ingen annan ska ha den.',
        en: "For example the administration or a relatives' council. Leave it empty if nobody else is to have it.",
      },
    },
  },
  values,
  check: ({ committee, manager, others }) =>
    committee === 'none' && !manager && others.length === 0
      ? [
          {
            parameter: 'committee',
            message: 'the report goes to nobody',
            mend: 'write committee: information or notification, manager: true, or somebody under others',
          },
        ]
      : [],
  visit(run, rule, visit) {
    if (!visit.happened) return
    for (const report of visit.reports) {
      if (deliveredOn(run.facts, report) === undefined) continue
      const waiting = waitingFor(rule.values, report)
      const code = codeOf(waiting)
      run.emit(rule, code === 'sent' ? 'satisfied' : 'due', code, {
        subject: { type: 'report', id: report.id },
        related: [visit.subject, ...visit.related],
        day: visit.day,
        values: { meeting: report.meeting ?? report.oralAt, toManagerOn: report.toManager, waiting },
      })
    }
  },
  describe: {
    sv: ({ committee, manager, others }, words) =>
      `Rapporten går ${words.list([
        ...(committee === 'none'
          ? []
          : [`till nämnden ${committee === 'notification' ? 'för delgivning' : 'som information'}`]),
        ...(manager ? ['till enhetens chef'] : []),
        ...others.map((it) => `till ${words.label(it)}`),
      ])}.`,
    en: ({ committee, manager, others }, words) =>
      `The report goes ${words.list([
        ...(committee === 'none' ? [] : [`to the committee as ${committee}`]),
        ...(manager ? ["to the unit's manager"] : []),
        ...others.map((it) => `to ${words.label(it)}`),
      ])}.`,
  },
  sentences: {
    sv: {
      sent: () => 'Rapporten har gått dit den ska.',
      'manager-waits': () => 'Rapporten ska också gå till enhetens chef.',
      'committee-waits': () => 'Rapporten ska gå till nämnden vid ett sammanträde.',
      'both-wait': () => 'Rapporten ska gå till nämnden och till enhetens chef.',
      'others-wait': (say) => `Rapporten ska också skickas till ${say.labels('waiting')}.`,
    },
    en: {
      sent: () => 'The report has gone where it is to go.',
      'manager-waits': () => "The report is to go to the unit's manager too.",
      'committee-waits': () => 'The report is to go to the committee at a meeting.',
      'both-wait': () => "The report is to go to the committee and to the unit's manager.",
      'others-wait': (say) => `The report is to be sent to ${say.labels('waiting')} too.`,
    },
  },
})

/** What is told at a meeting is sent to nobody. */
function waitingFor({ committee, manager, others }: Values, report: Report): readonly string[] {
  const waiting: string[] = []
  if (committee !== 'none' && report.meeting === undefined && report.oralAt === undefined) waiting.push('committee')
  if (report.form === 'oral') return waiting
  if (manager && report.toManager === undefined) waiting.push('manager')
  for (const other of others) if (!report.sentTo.some((it) => it.recipient === other)) waiting.push(other)
  return waiting
}

function codeOf(waiting: readonly string[]) {
  if (waiting.length === 0) return 'sent'
  if (waiting.some((it) => it !== 'committee' && it !== 'manager')) return 'others-wait'
  return waiting.length === 2 ? 'both-wait' : waiting[0] === 'manager' ? 'manager-waits' : 'committee-waits'
}
