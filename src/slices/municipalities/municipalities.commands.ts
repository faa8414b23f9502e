import { z } from 'zod'
import { done } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { addMunicipality } from './municipalities.store.ts'

/** Registers the municipality whose id the scope names. */
export const registerMunicipality = command({
  name: 'municipalities.register',
  allow: 'system',
  input: z.strictObject({
    slug: z.string().regex(/^[a-z0-9-]{2,60}$/),
    name: z.string().min(1).max(200),
    organisationNumber: z.string().max(12).optional(),
    functionAddress: z.email(),
    about: z.string().max(300).default(''),
    demo: z.boolean(),
  }),
  run: async ({ tx, scope, note }, input) => {
    await addMunicipality(tx, { ...input, id: scope.municipalityId })
    note({ type: 'municipality', id: scope.municipalityId })
    return done({ id: scope.municipalityId })
  },
})
