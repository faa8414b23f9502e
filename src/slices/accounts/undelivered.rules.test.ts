import { expect, test } from 'vitest'
import { undeliveredReason } from './undelivered.rules.ts'

test.each([
  ['EENVELOPE 550 Error: Recipient rejected', 'address-refused'],
  ['EENVELOPE 450 Error: Greylisted', 'asked-to-wait'],
  ['EMESSAGE 451 Error: Try again', 'asked-to-wait'],
  ['EMESSAGE 554 Error: Spam', 'mail-refused'],
  ['EAUTH 535 Error: Invalid login', 'not-let-in'],
  ['ESOCKET - Error: connect ECONNREFUSED', 'no-contact'],
  ['- - TypeError: x', 'unknown'],
  ['', 'unknown'],
])('%s means %s', (fault, reason) => {
  expect(undeliveredReason({ outcome: 'failed', fault })).toBe(reason)
})

test('nobody can be sure of a mail whose answer was never heard', () => {
  expect(undeliveredReason({ outcome: 'unsure', fault: 'EMESSAGE 451 Error: Try again' })).toBe('unsure')
})
