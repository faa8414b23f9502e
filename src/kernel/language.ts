export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]

/** Sentences in every language; Swedish is the source and gives the type. */
export type Texts<T> = { readonly [L in Language]: T }

type Widened<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Widened<T[K]>
}

/** Returns a chooser of texts by language. English must have every key of the Swedish source, with the same arguments. */
export function defineTexts<const T extends object>(sv: T, en: Widened<T>): (language: Language) => Widened<T> {
  const all: Texts<Widened<T>> = { sv: sv as unknown as Widened<T>, en }
  return (language) => all[language]
}

/** Returns the text with a capital first, as a sentence begins. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
