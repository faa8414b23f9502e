import { z } from 'zod'
import { paxmlEncodings } from './payroll.settings.rules.ts'

const dimension = z.coerce.number('dimension').int('dimension').min(1, 'dimension').max(99, 'dimension')

/** What a municipality has set for its payroll files, as typed. */
export const payrollSettingsForm = z
  .strictObject({
    version: z.coerce.number('unreadable').int('unreadable').min(0, 'unreadable'),
    paxmlVersion: z
      .string('paxml-version')
      .trim()
      .regex(/^\d{1,2}\.\d{1,2}$/, 'paxml-version'),
    paxmlSchema: z
      .string('paxml-schema')
      .trim()
      .max(200, 'paxml-schema')
      .regex(/^https?:\/\/[\w.-]+(?::\d+)?\/[\w./~%?=&+-]*$/, 'paxml-schema'),
    paxmlEncoding: z.enum(paxmlEncodings, 'choice'),
    costCentreDimension: dimension,
    projectDimension: dimension,
  })
  .refine((it) => it.costCentreDimension !== it.projectDimension, {
    path: ['projectDimension'],
    error: 'dimensions-alike',
  })
