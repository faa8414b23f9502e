/** What is asked for does not exist, or must not be seen by the one who asks: the two look the same. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** The person sees the thing and may not do this to it. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed'
}

/** A form as it came, to be sent once more. */
export type KeptForm = {
  /** The path that it was posted to. */
  readonly action: string
  /** Every field in its order, but the key of the session. */
  readonly fields: readonly (readonly [name: string, value: string])[]
}

/**
 * A form was made for another session than the one that sends it, or for none. `typed` is what was written in it at
 * length, to be shown; `kept` is the whole form where it can be sent again; `signedIn` says whose session asks now.
 */
export class PageTooOld extends Error {
  override readonly name = 'PageTooOld'
  readonly typed: readonly string[]
  readonly kept: KeptForm | undefined
  readonly signedIn: { readonly name: string; readonly formKey: string } | undefined
  constructor(typed: readonly string[], kept?: KeptForm, signedIn?: PageTooOld['signedIn']) {
    super('the form was made for another session')
    this.typed = typed
    this.kept = kept
    this.signedIn = signedIn
  }
}

/** A setting, a file or an environment is wrong: the message says what, where and what to do. Shown without a stack. */
export class Unusable extends Error {
  override readonly name = 'Unusable'
}
