/** What is asked for does not exist, or must not be seen by the one who asks: the two look the same. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** The person sees the thing and may not do this to it. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed'
}

/** A form was made for another session than the one that sends it, or for none. `typed` is what was written in it, to be shown again. */
export class PageTooOld extends Error {
  override readonly name = 'PageTooOld'
  readonly typed: readonly string[]
  constructor(typed: readonly string[]) {
    super('the form was made for another session')
    this.typed = typed
  }
}

/** A setting, a file or an environment is wrong: the message says what, where and what to do. Shown without a stack. */
export class Unusable extends Error {
  override readonly name = 'Unusable'
}
