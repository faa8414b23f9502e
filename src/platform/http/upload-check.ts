import type { AttachmentKind } from '../../kernel/attachment.ts'
import { pngSize } from '../documents/png.ts'
import { bareJpeg, barePng } from './picture-metadata.ts'

/**
 * Text is UTF-8 without control characters; a table is the same, or in the encodings that spreadsheets and older programmes write; a picture is a whole PNG of a size that can be unpacked; an attachment is a PDF,
 * or a JPEG or PNG, which comes without its metadata.
 */
type Contents = {
  readonly text: { readonly text: string }
  readonly table: { readonly text: string }
  readonly png: { readonly bytes: Uint8Array }
  readonly attachment: { readonly bytes: Uint8Array; readonly mediaType: AttachmentKind }
}
export type FileKind = keyof Contents

/** What a file field takes, declared where it is read. Other kinds have a check of their own, added here when one is needed. */
export type Accepted<Kind extends FileKind = 'text'> = {
  readonly kind: Kind
  /** In bytes. */
  readonly atMost: number
}

/** What came: the content, or why it is not taken. `missing` is for an empty file. */
export type CheckedFile<Kind extends FileKind = 'text'> =
  | ({ readonly ok: true } & Contents[Kind])
  | { readonly ok: false; readonly fault: 'missing' | 'too-large' | `not-${Kind}` }

/** Returns the file's content when it is what the field takes. Its name and declared type say nothing. */
export function checkUpload<Kind extends FileKind>(
  bytes: Uint8Array,
  { kind, atMost }: Accepted<Kind>,
): CheckedFile<Kind> {
  if (bytes.length === 0) return { ok: false, fault: 'missing' }
  if (bytes.length > atMost) return { ok: false, fault: 'too-large' }
  return checks[kind](bytes)
}

const checks: { readonly [Kind in FileKind]: (bytes: Uint8Array) => CheckedFile<Kind> } = {
  text: (bytes) => {
    const text = decoded(bytes)
    if (text === undefined || isDocument.test(text) || controlCharacters.test(text))
      return { ok: false, fault: 'not-text' }
    return { ok: true, text }
  },
  table: (bytes) => {
    const text = decoded(bytes) ?? decodedAs(isUtf16(bytes) ? 'utf-16le' : 'windows-1252', bytes)
    if (isDocument.test(text) || controlCharacters.test(text)) return { ok: false, fault: 'not-table' }
    return { ok: true, text }
  },
  png: (bytes) => {
    const size = pngSize(bytes)
    const isUsable = size && Math.min(size.width, size.height) > 0 && Math.max(size.width, size.height) <= mostPixels
    return isUsable ? { ok: true, bytes } : { ok: false, fault: 'not-png' }
  },
  attachment: (bytes) => {
    const content = attached(bytes)
    return content ? { ok: true, ...content } : { ok: false, fault: 'not-attachment' }
  },
}

/** Returns the content as it is kept, by what it is; undefined when it is none of the kinds. */
function attached(bytes: Uint8Array): Contents['attachment'] | undefined {
  const [jpeg, png] = [bareJpeg(bytes), barePng(bytes)]
  if (jpeg) return { bytes: jpeg, mediaType: 'image/jpeg' }
  if (png) return { bytes: png, mediaType: 'image/png' }
  return isPdf(bytes) ? { bytes, mediaType: 'application/pdf' } : undefined
}

/** From its first bytes to its end (ISO 32000-2, 7.5.2 and 7.5.5). */
function isPdf(bytes: Uint8Array): boolean {
  const latin = new TextDecoder('latin1')
  return latin.decode(bytes.subarray(0, 5)) === '%PDF-' && latin.decode(bytes.subarray(-1024)).lastIndexOf('%%EOF') >= 0
}

/** On a side. A small file can unpack to gigabytes. */
const mostPixels = 4000

/** A PDF can be written with letters alone. */
const isDocument = /^\s*%PDF-/

/** C0 but tab and line breaks, DEL, and C1: no text editor writes them, archives and programs begin with them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // The decoder throws for bytes that are no UTF-8: there is no other way to ask.
    return undefined
  }
}

/** By its byte order mark: what a spreadsheet calls Unicode text. */
function isUtf16(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xfe
}

function decodedAs(encoding: 'utf-16le' | 'windows-1252', bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes)
}
