import { resolve } from 'node:path'
import { z } from 'zod'
import { Unusable } from '../kernel/errors.ts'

const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/[^\s]+$/, 'must look like postgres://user:password@host:5432/database')

/** A whole number of something that there is at least one of. */
const perMinute = z
  .string()
  .regex(/^[1-9]\d{0,6}$/, 'must be a whole number from 1')
  .transform(Number)

const settingsSchema = z
  .object({
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535')
      .transform(Number)
      .refine((port) => port <= 65535, 'must be a port number from 0 to 65535')
      .default(3000)
      .describe('The port the web server listens on; 0 lets the system choose a free one.'),
    HOST: z
      .string()
      .min(1)
      .default('127.0.0.1')
      .describe('The address the web server listens on; 0.0.0.0 lets other computers in.'),
    DATA_DIR: z
      .string()
      .min(1)
      .default('./data')
      .describe('The folder of the embedded database and of what the installation keeps beside it.'),
    DATABASE_URL: postgresUrl
      .optional()
      .describe('A PostgreSQL server, version 15 or later, instead of the embedded one.'),
    DATABASE_OWNER_URL: postgresUrl
      .optional()
      .describe('The same database as its owner, used to migrate and for nothing else.'),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: 'must be a web address such as https://namndkontakt.example.se' })
      .transform((url) => url.replace(/\/+$/, ''))
      .optional()
      .describe('The address people use, for links in mail. By default the address of this computer and PORT.'),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\/[^\s]+$/, 'must look like smtp://user:password@host:587')
      .optional()
      .describe('The mail server. Without one, mail lands in the built-in mailbox page.'),
    MAIL_FROM: z
      .string()
      .regex(/[^\s@]+@[^\s@]+/, 'must hold an e-mail address')
      .default('Nämndkontakt <namndkontakt@localhost>')
      .describe('The sender of all mail.'),
    SECRET_KEY: z
      .string()
      .min(32, 'must be at least 32 characters, for example from: openssl rand -hex 32')
      .optional()
      .describe(
        'Signs the log and sign-in codes. By default a random one is kept in DATA_DIR; required with DATABASE_URL.',
      ),
    TRUSTED_PROXIES: z
      .string()
      .regex(/^\d$/, 'must be a number from 0 to 9')
      .transform(Number)
      .default(0)
      .describe(
        'How many proxies stand between people and this server. Each adds an address to X-Forwarded-For; 0 trusts no such header.',
      ),
    REQUESTS_PER_MINUTE: perMinute
      .default(1200)
      .describe('How many requests one address may make in a minute. A whole town hall can share an address.'),
    POSTS_BEFORE_SIGN_IN_PER_MINUTE: perMinute
      .default(60)
      .describe(
        'How many forms one address may send in a minute to the pages before sign-in; ten times as many in an hour.',
      ),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
        error: 'must be one of fatal, error, warn, info, debug, trace, silent',
      })
      .default('info')
      .describe('How much is written to the log.'),
  })
  .refine((values) => values.DATABASE_URL === undefined || values.SECRET_KEY !== undefined, {
    path: ['SECRET_KEY'],
    error: 'must be set when DATABASE_URL is: every server of the installation has to use the same one',
  })
  .refine((values) => values.DATABASE_OWNER_URL === undefined || values.DATABASE_URL !== undefined, {
    path: ['DATABASE_OWNER_URL'],
    error: 'is only of use together with DATABASE_URL',
  })

export type Settings = {
  readonly port: number
  readonly host: string
  /** An absolute path. */
  readonly dataDir: string
  readonly databaseUrl?: string
  readonly databaseOwnerUrl?: string
  /** Without a slash at the end. */
  readonly publicUrl: string
  readonly smtpUrl?: string
  readonly mailFrom: string
  readonly secretKey?: string
  readonly logLevel: string
  readonly trustedProxies: number
  readonly requestsPerMinute: number
  readonly postsBeforeSignInPerMinute: number
}

/**
 * Returns the settings of the installation; an empty variable counts as absent. Throws `Unusable` with all faults
 * at once, one a line.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = settingsSchema.safeParse(present)
  if (!parsed.success) throw new Unusable(faultList(parsed.error))
  const values = parsed.data
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(values.DATA_DIR),
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    mailFrom: values.MAIL_FROM,
    logLevel: values.LOG_LEVEL,
    trustedProxies: values.TRUSTED_PROXIES,
    requestsPerMinute: values.REQUESTS_PER_MINUTE,
    postsBeforeSignInPerMinute: values.POSTS_BEFORE_SIGN_IN_PER_MINUTE,
    ...(values.DATABASE_URL && { databaseUrl: values.DATABASE_URL }),
    ...(values.DATABASE_OWNER_URL && { databaseOwnerUrl: values.DATABASE_OWNER_URL }),
    ...(values.SMTP_URL && { smtpUrl: values.SMTP_URL }),
    ...(values.SECRET_KEY && { secretKey: values.SECRET_KEY }),
  }
}

export type SettingNote = { readonly key: string; readonly purpose: string; readonly byDefault?: string }

/** Returns every setting with its purpose and default, for the documentation and for `--help`. */
export function listSettings(): readonly SettingNote[] {
  return Object.entries(settingsSchema.shape).map(([key, schema]) => {
    const byDefault = schema.safeParse(undefined).data
    const purpose = schema.description ?? ''
    return byDefault === undefined ? { key, purpose } : { key, purpose, byDefault: String(byDefault) }
  })
}

function faultList(error: z.ZodError): string {
  const faults = error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`)
  return `The settings cannot be used:\n${faults.join('\n')}`
}
