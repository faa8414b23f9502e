import { z } from 'zod'
import { nameField } from './programme.ts'

/** Who has decided a guideline: a committee for itself, or the council for all committees or for those it names. */
export type Issuer =
  | {
      readonly municipality?: string | undefined
      readonly committee: string
      readonly council?: undefined
      readonly binds?: undefined
    }
  | {
      readonly municipality?: string | undefined
      readonly committee?: undefined
      readonly council: string
      readonly binds: 'all' | readonly string[]
    }

/**
 * One block of keys instead of two alternatives, so that a slip in it is told by its own key;
 * `issuerProblems` says which of them go together.
 */
export const issuerSchema = z.strictObject({
  municipality: nameField.optional(),
  committee: nameField.optional(),
  /** The name of the council, for a policy that it has decided. */
  council: nameField.optional(),
  /** Which committees the council's policy binds, by name or id; `all` of them. */
  binds: z.union([z.literal('all'), z.array(nameField).min(1)]).optional(),
}) as unknown as z.ZodType<Issuer, Issuer>

/** Returns what does not go together in an issuer, by its key. */
export function issuerProblems({ committee, council, binds }: { readonly [K in keyof Issuer]?: unknown }): readonly {
  readonly key: 'committee' | 'binds'
  readonly message: string
}[] {
  if (committee === undefined && council === undefined)
    return [
      { key: 'committee', message: '"committee" is missing; add committee: and its name, or council: and binds:' },
    ]
  if (committee !== undefined && council !== undefined)
    return [{ key: 'committee', message: 'a guideline has one issuer; keep committee, or council with binds' }]
  if (council !== undefined && binds === undefined)
    return [
      { key: 'binds', message: 'it is not said which committees are bound; add binds: all, or a list of their names' },
    ]
  if (committee !== undefined && binds !== undefined)
    return [{ key: 'binds', message: "a committee's guideline binds the committee itself; take binds away" }]
  return []
}

/** Returns the name of the committee or council. */
export function issuerName(issuer: Issuer): string {
  return issuer.committee ?? issuer.council
}

/** Returns a key that two guidelines share when they are versions by the same issuer. A council's policies for different committees stand side by side. */
export function issuerKey(issuer: Issuer): string {
  const { municipality = '', committee, council } = issuer
  if (committee !== undefined) return `${municipality}\u0000committee\u0000${committee}`
  const bound = issuer.binds === 'all' ? 'all' : [...issuer.binds].sort().join('\u0000')
  return `${municipality}\u0000council\u0000${council}\u0000${bound}`
}

/** Whether what the issuer decides holds for the committee: a council's policy by its `binds`, a committee's guideline for itself alone. */
export function binds(issuer: Issuer, committee: { readonly id: string; readonly name: string }): boolean {
  if (issuer.committee !== undefined) return issuer.committee === committee.name
  return issuer.binds === 'all' || issuer.binds.includes(committee.name) || issuer.binds.includes(committee.id)
}
