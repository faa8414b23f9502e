import { type DestinationStream, type Logger, pino } from 'pino'
import { loggedFault } from './log-fault.ts'

export type Log = Logger

// Redaction covers one level below the top (`*.x`) and the top itself: log flat objects.
const secretFields = [
  'password',
  'secret',
  'secretKey',
  'token',
  'code',
  'cookie',
  'authorization',
  'email',
  'personalNumber',
  'formKey',
]

/**
 * Returns a log that writes one JSON object a line to standard output, or to the stream given. Fields that hold
 * secrets or personal data by name are left out, and of a fault (`err`) what `loggedFault` takes stands there; what a
 * message says is the caller's care.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    serializers: { err: (fault: unknown) => loggedFault(fault) },
    redact: { paths: secretFields.flatMap((field) => [field, `*.${field}`]), censor: '[removed]' },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}
