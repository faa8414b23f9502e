import { z } from 'zod'
import { audience, defineRule } from './kind.ts'

/** The manager may invite to meetings with users and relatives; they are no visits of their own. */
export const visitsInvitations = defineRule({
  kind: 'visits.invitations',
  title: { sv: 'Inbjudan till träffar', en: 'Invitations to meetings' },
  ask: {
    meetingsWith: {
      sv: 'Till träffar med vilka kan enhetens chef bjuda in?',
      en: "To meetings with whom may the unit's manager invite?",
    },
  },
  values: z.strictObject({ meetingsWith: z.array(audience).min(1) }),
  visit(run, rule, visit) {
    if (visit.visit.form !== 'users-meeting') return
    run.emit(rule, 'satisfied', 'possible', {
      subject: visit.subject,
      related: visit.related,
      day: visit.day,
      values: { meetingsWith: rule.values.meetingsWith },
    })
  },
  describe: {
    sv: ({ meetingsWith }, words) => `Enhetens chef kan bjuda in till träffar med ${words.labels(meetingsWith)}.`,
    en: ({ meetingsWith }, words) => `The unit's manager may invite to meetings with ${words.labels(meetingsWith)}.`,
  },
  sentences: {
    sv: { possible: (say) => `En träff med ${say.labels('meetingsWith')} är något man kan bjudas in till.` },
    en: { possible: (say) => `A meeting with ${say.labels('meetingsWith')} is something one can be invited to.` },
  },
})
