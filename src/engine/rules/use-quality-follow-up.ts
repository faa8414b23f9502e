import { z } from 'zod'
import { defineRule } from './kind.ts'

/** Whether the visits are part of the committee's quality follow-up. */
export const useQualityFollowUp = defineRule({
  kind: 'use.quality-follow-up',
  title: { sv: 'Kvalitetsuppföljning', en: 'Quality follow-up' },
  ask: {
    part: {
      sv: 'Ingår rapporterna i det systematiska kvalitetsarbetet?',
      en: 'Are the reports part of the systematic quality work?',
    },
    qualityReportAsPreparation: {
      sv: 'Läses kvalitetsrapporten som förberedelse inför besöken?',
      en: 'Is the quality report read to prepare for the visits?',
    },
  },
  values: z.strictObject({
    part: z.boolean(),
    /** The quality report serves as preparation. */
    qualityReportAsPreparation: z.boolean().default(false),
  }),
  describe: {
    sv: ({ part, qualityReportAsPreparation }) =>
      `${part ? 'Rapporterna ingår i det systematiska kvalitetsarbetet.' : 'Besöken är inte en del av nämndens kvalitetsuppföljning.'}${qualityReportAsPreparation ? ' Kvalitetsrapporten är bara förberedelse.' : ''}`,
    en: ({ part, qualityReportAsPreparation }) =>
      `${part ? 'The reports are part of the systematic quality work.' : "The visits are no part of the committee's quality follow-up."}${qualityReportAsPreparation ? ' The quality report is preparation only.' : ''}`,
  },
  sentences: { sv: {}, en: {} },
})
