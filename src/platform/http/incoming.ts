import type { Context } from 'hono'
import { NotFound } from '../../kernel/errors.ts'
import { bodyOf, formKeyField } from './form-guard.ts'
import type { RawForm, Upload } from './page.ts'
import { type Accepted, checkUpload, type FileKind } from './upload-check.ts'

/** Returns a part of the path by name. Throws `NotFound`. */
export function paramOf(context: Context, name: string): string {
  const value = context.req.param(name)
  if (value === undefined) throw new NotFound(name)
  return withoutNul(value)
}

/** Returns every field of the form as text; a repeated one as a list. The form’s own key is left out. */
export async function formOf(context: Context): Promise<RawForm> {
  const { [formKeyField]: _key, ...body } = await bodyOf(context)
  const texts = Object.entries(body).map(([name, value]) => {
    const all = (Array.isArray(value) ? value : [value]).filter((it) => typeof it === 'string').map(withoutNul)
    return [name, all.length === 1 ? (all[0] ?? '') : all] as const
  })
  return Object.fromEntries(texts)
}

/** Returns the file that came under the name, checked; undefined where none was chosen: a browser then sends one without name and content. */
export async function uploadOf<Kind extends FileKind>(
  context: Context,
  name: string,
  accepted: Accepted<Kind>,
): Promise<Upload<Kind> | undefined> {
  const body = await bodyOf(context)
  const [file] = [body[name]].flat()
  if (!(file instanceof File) || (file.name === '' && file.size === 0)) return undefined
  return { name: withoutNul(file.name), content: checkUpload(new Uint8Array(await file.arrayBuffer()), accepted) }
}

/** Returns a parameter of the address, or undefined. */
export function queryOf(url: URL, name: string): string | undefined {
  const value = url.searchParams.get(name)
  return value === null ? undefined : withoutNul(value)
}

/** PostgreSQL keeps no text with the character 0, and nobody types it. */
function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '')
}
