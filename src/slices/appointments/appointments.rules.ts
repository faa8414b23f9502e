import type { Scope } from '../../platform/scope.ts'
import type { Settings } from '../../engine/index.ts'

/** Returns the ties that can be declared: those of the product, and those that the guideline names. */
export function relationKinds(settings: Settings | undefined): readonly string[] {
  const named = settings?.appointment.relations.map(({ relation }) => relation) ?? []
  return [...new Set(['employed', 'relative-employed', ...named])]
}

type Unit = { readonly id: string; readonly area?: string | undefined }

/**
 * Whether the viewer is shown an appointment to this unit or area: a unit's manager those that reach the own units, also
 * through their area; everybody else all.
 */
export function isShownTo(
  viewer: Pick<Scope, 'roles' | 'managedUnitIds'>,
  units: readonly Unit[],
  to: { readonly unitId: string | null; readonly areaId: string | null },
): boolean {
  if (!isManagerAlone(viewer)) return true
  const own = units.filter(({ id }) => viewer.managedUnitIds.includes(id))
  return own.some(({ id, area }) => id === to.unitId || (to.areaId !== null && area === to.areaId))
}

/** Whether somebody is in the committee as a unit's manager and nothing else. */
export function isManagerAlone({ roles }: Pick<Scope, 'roles'>): boolean {
  return roles.every((role) => role === 'manager')
}
