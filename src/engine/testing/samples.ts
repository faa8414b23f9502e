import { z } from 'zod'

/** Returns the least that a schema takes, as it stands in a file: what may be left out is left out. */
export function sampleOf(schema: unknown): unknown {
  if (schema instanceof z.ZodPipe) return sampleOf(schema.in)
  if (schema instanceof z.ZodUnion) return sampleOf(schema.options.find((option) => !isSilence(option)))
  if (schema instanceof z.ZodEnum) return schema.options.find((option) => option !== 'silent')
  if (schema instanceof z.ZodLiteral) return [...schema.values][0]
  if (schema instanceof z.ZodBoolean) return true
  if (schema instanceof z.ZodNumber) return Math.max(1, schema.minValue ?? 1)
  if (schema instanceof z.ZodArray) return [sampleOf(schema.element)]
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(schema.shape).flatMap(([key, part]) =>
        part instanceof z.ZodOptional || part instanceof z.ZodDefault ? [] : [[key, sampleOf(part)]],
      ),
    )
  if (schema instanceof z.ZodString) {
    const { format, examples } = (schema.meta() ?? {}) as { format?: string; examples?: readonly string[] }
    return examples?.[0] ?? (format === 'date' ? '2026-06-01' : 'visit')
  }
  throw new Error('no sample for this schema')
}

/** Returns the schema of what else than `silent` a parameter takes; undefined when it cannot be silent. */
export function spokenPart(schema: unknown): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return spokenPart(schema.unwrap())
  if (schema instanceof z.ZodEnum) return schema.options.includes('silent') ? schema : undefined
  if (!(schema instanceof z.ZodUnion)) return undefined
  const options = schema.options as readonly z.ZodType[]
  if (options.some(isSilence)) return options.find((option) => !isSilence(option))
  return options.find((option) => spokenPart(option) !== undefined)
}

function isSilence(schema: unknown): boolean {
  return schema instanceof z.ZodLiteral && schema.values.has('silent')
}
