import type { MovableClock } from '../../src/platform/clock.ts'
import { execute } from '../../src/platform/command.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { adoptGuideline, saveGuideline } from '../../src/slices/guidelines/index.ts'
import { appointPairs, type Cast, must } from './cast.ts'

/** The values of a rule by its kind, as they are written in a guideline, in the order of the clauses § 1, § 2 and on. */
export type WrittenRules = readonly (readonly [kind: string, values: string])[]

/**
 * Adopts, through the commands, a guideline of these rules that the pages were not made for, and appoints the pairs. The
 * cast is one that has adopted nothing (`nothingAdopted`).
 */
export async function adoptRules(
  dependencies: { readonly database: Database; readonly clock: MovableClock },
  cast: Cast,
  rules: WrittenRules,
  terms: readonly string[] = [],
): Promise<void> {
  const written = [['appointment.object', 'object: unit'] as const, ...rules].map(
    ([kind, values], index) =>
      `  - { id: Z-${index + 1}, kind: ${kind}, force: must, bearer: politician, clause: § ${index + 1}, values: { ${values} } }`,
  )
  const silences = [['', ''] as const, ...rules].flatMap(([, values], index) =>
    [...values.matchAll(/(\w+): silent/g)].map(
      ([, parameter]) =>
        `  - { id: Z-Q${index + 1}, rule: Z-${index + 1}, parameter: ${parameter}, question: { sv: Vad gäller?, en: What holds? } }`,
    ),
  )
  const source = `format: namndkontakt/guideline@1
id: provad-ordning
title: Prövad ordning (påhittad)
issuer: { committee: Omsorgsnämnden }
status: proposal
document: { reviewBy: { when: none } }
terms: [${terms.join(', ')}]
rules:
${written.join('\n')}
${silences.length === 0 ? '' : `silences:\n${silences.join('\n')}\n`}`
  const { id } = await must(execute(dependencies, cast.system(), saveGuideline, { name: 'provad', source }))
  const adoption = { versionId: id, decidedOn: '2026-01-20', paragraph: '§ 4', validFrom: '2026-02-01' }
  await must(execute(dependencies, cast.as('secretary'), adoptGuideline, adoption))
  await appointPairs(dependencies, cast)
}
