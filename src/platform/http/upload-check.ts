/** What a file field takes, declared where it is read. */
export type Accepted = {
  /** Text as UTF-8 without control characters. Other kinds have a check of their own, added here when one is needed. */
  readonly kind: 'text'
  /** In bytes. */
  readonly atMost: number
}

/** What came: the text, or why it is not taken. `missing` is for an empty file. */
export type CheckedFile =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: 'missing' | 'too-large' | 'not-text' }

/** Returns the file's text when the content is what the field takes. Its name and declared type say nothing. */
export function checkUpload(bytes: Uint8Array, { atMost }: Accepted): CheckedFile {
  if (bytes.length === 0) return { ok: false, fault: 'missing' }
  if (bytes.length > atMost) return { ok: false, fault: 'too-large' }
  const text = decoded(bytes)
  if (text === undefined || isDocument.test(text) || controlCharacters.test(text))
    return { ok: false, fault: 'not-text' }
  return { ok: true, text }
}

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
