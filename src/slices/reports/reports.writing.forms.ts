import { z } from 'zod'
import { isDraftField } from './reports.fields.rules.ts'

const id = z.uuid()
const field = z.string().refine(isDraftField, 'unknown-field')
const tag = z.string().max(20)

/** The writer keeps what is saved; `tag` is that of the saved text which the page showed. */
export const dropForm = z.strictObject({ id, field, tag })

/** The same for an author who has phoned. */
export const dropForForm = z.strictObject({ id, field, tag, person: id })

/** Whoever finishes takes a text in or leaves it out; `tag` is that of the text itself. */
export const variantForm = z.strictObject({ id, field, person: id, tag })

export const takeOverForm = z.strictObject({ id })
