import { hash, verify } from '@node-rs/argon2'
import { done, type Result, refuse } from '../../kernel/result.ts'

/** Characters as people count them. */
export const passwordLength = { fewest: 15, most: 200 } as const

/** OWASP Password Storage Cheat Sheet: argon2id (the library's own choice) with 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** What passwords are made of when they are guessed first, beside the place's own words. Letters and digits alone. */
const guessedFirst = [
  'lösenord',
  'losenord',
  'password',
  'qwertyuiopå',
  'qwerty',
  'asdfghjklöä',
  'asdfgh',
  'zxcvbnm',
  '1234567890',
  '0987654321',
  '12345678',
  '123456',
  '1234',
  'abcdefghijklmnopqrstuvwxyz',
  'abcdef',
  'abc',
  'sommar',
  'vinter',
  'välkommen',
  'hemligt',
  'admin',
  'nämndkontakt',
  'namndkontakt',
  'kommun',
  'nämnd',
  'nödinloggning',
]
/** A word of fewer letters stands in too many others. */
const shortestWord = 3
/** Letters and digits that have to be left of a password when such words are taken out. */
const fewestOwn = 8
const fewestDifferent = 5

/**
 * Returns the password as it is hashed. Refuses with `password.too-short`, `password.too-long` or, when it is made of
 * the place's own words (the municipality, its committees, the person) or of little else than what is guessed first,
 * `password.easy-to-guess`. Asks for no kinds of characters (NIST SP 800-63B-4, 3.1.1.2; ASVS 5, 6.2).
 */
export function acceptPassword(password: string, ownWords: readonly string[]): Result<string> {
  const normal = password.normalize('NFKC')
  const length = [...normal].length
  if (length < passwordLength.fewest) return refuse('password.too-short')
  if (length > passwordLength.most) return refuse('password.too-long')
  return isEasyToGuess(normal, ownWords) ? refuse('password.easy-to-guess') : done(normal)
}

/** Returns the argon2id hash with its salt and cost, in PHC's form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

/**
 * Whether the password is the one that was hashed. Without a hash, or with one that cannot be read, it is not, after
 * the same work: how long the answer takes does not tell whether there is anybody.
 */
export async function isPassword(hashed: string | undefined, password: string): Promise<boolean> {
  // What could never be set is not worth the work of hashing, and may be megabytes.
  if (password.length > 2 * passwordLength.most) return false
  const normal = password.normalize('NFKC')
  if (hashed === undefined) {
    await hash(normal, cost)
    return false
  }
  return verify(hashed, normal).catch(() => false)
}

function isEasyToGuess(password: string, ownWords: readonly string[]): boolean {
  const plain = lettersAndDigits(password)
  if (new Set(plain).size < fewestDifferent) return true
  const words = [...guessedFirst, ...ownWords.flatMap(wordsIn)]
    .filter((word) => word.length >= shortestWord)
    .toSorted((one, other) => other.length - one.length)
  const left = words.reduce((rest, word) => rest.replaceAll(word, ''), plain)
  return left !== plain && left.length < fewestOwn
}

/** «Hedemora kommun» is two words and one. */
function wordsIn(name: string): readonly string[] {
  return [...name.split(/[^\p{L}\p{N}]+/u), name].map(lettersAndDigits)
}

function lettersAndDigits(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}
