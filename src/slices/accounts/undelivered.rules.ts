/** Why a mail has not arrived, as far as it can be told. */
export type UndeliveredReason =
  | 'address-refused'
  | 'mail-refused'
  | 'asked-to-wait'
  | 'not-let-in'
  | 'no-contact'
  | 'unsure'
  | 'unknown'

/**
 * Returns the reason in the fault that the platform keeps: the library's code, the server's number and its words. The
 * numbers are those of RFC 5321, 4.2: 4 is for now, 5 for good.
 */
export function undeliveredReason(mail: { readonly outcome: string; readonly fault: string }): UndeliveredReason {
  if (mail.outcome === 'unsure') return 'unsure'
  const [code = '', number = ''] = mail.fault.split(' ')
  if (code === 'EAUTH') return 'not-let-in'
  if (number.startsWith('4')) return 'asked-to-wait'
  if (number.startsWith('5')) return code === 'EENVELOPE' ? 'address-refused' : 'mail-refused'
  return ['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EDNS', 'ECONNREFUSED', 'ETLS'].includes(code)
    ? 'no-contact'
    : 'unknown'
}
