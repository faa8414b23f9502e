import { z } from 'zod'
import { defineRule } from './kind.ts'

/** Whether the visits are part of the committee's quality follow-up. */
export const useQualityFollowUp = defineRule({
  kind: 'use.quality-follow-up',
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
