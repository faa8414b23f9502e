import { type AttachmentKind, attachmentKinds } from '../../kernel/attachment.ts'
import type { Language } from '../../kernel/language.ts'

/** How many files a report carries at most, and how large each may be, in bytes. */
export const mostAttachments = 5
export const largestAttachment = 5 * 1024 * 1024

const endings: { readonly [K in AttachmentKind]: readonly string[] } = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
}
const longestName = 100

/**
 * Returns what a file is called from here on: its own name without folders, control characters and what turns text round,
 * with an ending that says what it is.
 */
export function attachmentName(given: string, kind: AttachmentKind): string {
  const own = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = own
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, '')
    .replace(/[<>:"|?*]+/g, '-')
    .trim()
  const [usual = ''] = endings[kind]
  const ending = endings[kind].find((it) => plain.toLowerCase().endsWith(`.${it}`))
  const stem = ending === undefined ? plain : plain.slice(0, -ending.length - 1)
  return `${stem.slice(0, longestName).trim() || 'bilaga'}.${ending ?? usual}`
}

/** Returns the file's kind in a word: PDF, JPEG, PNG. */
export function kindName(kind: AttachmentKind): string {
  return kind.slice(kind.indexOf('/') + 1).toUpperCase()
}

/** Returns the kinds that are allowed, in the order of the page; what is none of them is left out. */
export function kindsAmong(values: readonly unknown[]): readonly AttachmentKind[] {
  return attachmentKinds.filter((kind) => values.includes(kind))
}

/** Returns what a file is and how large: `PDF, 120 kB`, `JPEG, 4,2 MB`. */
export function attachmentDetail(
  { mediaType, size }: { readonly mediaType: AttachmentKind; readonly size: number },
  language: Language,
): string {
  return `${kindName(mediaType)}, ${sizeText(size, language === 'sv' ? ',' : '.')}`
}

function sizeText(bytes: number, decimal: ',' | '.'): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`
  return `${(bytes / 1_000_000).toFixed(1).replace('.', decimal)} MB`
}
