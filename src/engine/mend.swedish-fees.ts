import type { Messages } from './mend.swedish.ts'

/** What is said about fee rules and about what is claimed by them. */
export const feeMessages: Messages = [
  ['the kind {0} stands twice', 'slaget {0} står två gånger'],
  ['keep one', 'behåll ett av dem'],
  ['half a day is paid more than a whole', 'en halv dag betalas mer än en hel'],
  ['exchange the two amounts', 'byt plats på beloppen'],
]
