import { z } from 'zod'
import { longestLabel } from './passkeys.rules.ts'

const label = z.string().trim().min(1, 'label-missing').max(longestLabel, 'label-too-long')

/** What the owner calls a passkey. */
export const passkeyLabelForm = z.object({ label })

/** A new passkey: its name, the question it answers, and the answer as the browser gives it. */
export const newPasskeyForm = z.object({ label, attempt: z.string().max(200), answer: z.string().max(20_000) })
