import type { Settings } from '../../engine/index.ts'

/** Returns the ties that can be declared: those of the product, and those that the guideline names. */
export function relationKinds(settings: Settings | undefined): readonly string[] {
  const named = settings?.appointment.relations.map(({ relation }) => relation) ?? []
  return [...new Set(['employed', 'relative-employed', ...named])]
}
