import { v7, validate } from 'uuid'

/** Returns a new UUID version 7 (RFC 9562, 5.7): ids made later sort later, which keeps indexes compact. */
export function newId(): string {
  return v7()
}

/** Whether the text is a UUID in the usual form. */
export function isId(text: string): boolean {
  return validate(text)
}
