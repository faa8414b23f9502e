import { z } from 'zod'

/** A code of an open list, and where among the values it stands. */
export type PlacedCode = { readonly code: string; readonly at: readonly (string | number)[] }

/** Returns every code of an open list among values of a schema. */
export function openCodesIn(
  schema: unknown,
  value: unknown,
  at: readonly (string | number)[] = [],
): readonly PlacedCode[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return openCodesIn(schema.unwrap(), value, at)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => openCodesIn(option, value, at))
  if (schema instanceof z.ZodArray)
    return Array.isArray(value) ? value.flatMap((item, index) => openCodesIn(schema.element, item, [...at, index])) : []
  if (schema instanceof z.ZodObject) {
    if (typeof value !== 'object' || value === null) return []
    const values = value as Readonly<Record<string, unknown>>
    return Object.entries(schema.shape).flatMap(([key, part]) => openCodesIn(part, values[key], [...at, key]))
  }
  return schema instanceof z.ZodString && schema.meta()?.open === true && typeof value === 'string'
    ? [{ code: value, at }]
    : []
}
