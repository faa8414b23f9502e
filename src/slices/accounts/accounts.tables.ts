import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  belongsTo,
  bytes,
  instant,
  sessionPolicy,
  tenant,
  tenantPolicies,
  tenantTable,
} from '../../platform/db/columns.ts'
import { person } from '../people/people.tables.ts'

/** How a municipality lets people in. A municipality without a row has the defaults of the columns. */
export const signInPolicy = pgTable(
  'sign_in_policy',
  {
    municipalityId: tenant().municipalityId.primaryKey(),
    /** Who may sign in with a code by e-mail: `without-provider` leaves out those who have an identity at a provider that is on. */
    codes: text('codes', { enum: ['everybody', 'without-provider', 'nobody'] })
      .notNull()
      .default('everybody'),
    passkeys: boolean('passkeys').notNull().default(true),
    /** A session that nothing is done in ends after so long. */
    idleMinutes: integer('idle_minutes').notNull().default(120),
    /** A session ends after so long whatever is done in it. */
    absoluteHours: integer('absolute_hours').notNull().default(12),
  },
  (table) => [
    ...tenantPolicies(),
    check('sign_in_policy_idle', sql`${table.idleMinutes} between 5 and 1440`),
    check('sign_in_policy_absolute', sql`${table.absoluteHours} between 1 and 72`),
  ],
)

/** Somebody else who vouches for people: an OpenID provider or a SAML identity provider. */
export const identityProvider = tenantTable(
  'identity_provider',
  {
    kind: text('kind', { enum: ['oidc', 'saml'] }).notNull(),
    /** What stands on the button, for example «Logga in med kommunens konto». */
    label: text('label').notNull(),
    settings: jsonb('settings').notNull(),
    /** The client secret, sealed. Never shown again. */
    sealedSecret: bytes('sealed_secret'),
    state: text('state', { enum: ['off', 'on'] })
      .notNull()
      .default('off'),
    /** The last good test of these settings; a change of them empties it. */
    testedAt: instant('tested_at'),
    removedAt: instant('removed_at'),
  },
  (table) => [
    check('identity_provider_on_is_tested', sql`${table.state} = 'off' or ${table.testedAt} is not null`),
    check('identity_provider_removed_is_off', sql`${table.removedAt} is null or ${table.state} = 'off'`),
  ],
)

/** A sign-in, a test or a registration that a browser has begun and that waits for its answer. */
export const signInAttempt = tenantTable(
  'sign_in_attempt',
  {
    purpose: text('purpose', { enum: ['sign-in', 'test', 'passkey', 'passkey-registration'] }).notNull(),
    providerId: uuid('provider_id'),
    /** SHA-256 of the random handle in the cookie of the browser that began. */
    handleHash: text('handle_hash').notNull(),
    /** What the answer names: the state of OpenID Connect, the request id of SAML. */
    requestId: text('request_id'),
    /** What must not be known outside: nonce, code verifier, challenge; after the answer, what came. */
    sealedState: bytes('sealed_state').notNull(),
    returnTo: text('return_to').notNull().default('/'),
    invitationId: uuid('invitation_id'),
    /** Who tests or registers; absent for a sign-in. */
    personId: uuid('person_id'),
    expiresAt: instant('expires_at').notNull(),
    /** The answer came; the request id is used up. */
    answeredAt: instant('answered_at'),
    usedAt: instant('used_at'),
  },
  (table) => [
    belongsTo(table, table.providerId, identityProvider),
    belongsTo(table, table.invitationId, accountInvitation),
    belongsTo(table, table.personId, person),
    index('sign_in_attempt_by_end').on(table.municipalityId, table.expiresAt),
    unique('sign_in_attempt_request').on(table.municipalityId, table.requestId),
    unique('sign_in_attempt_handle').on(table.handleHash),
  ],
)

/** A person as a provider knows them. Bound once; then the subject alone is looked at. */
export const externalIdentity = tenantTable(
  'external_identity',
  {
    providerId: uuid('provider_id').notNull(),
    subject: text('subject').notNull(),
    personId: uuid('person_id').notNull(),
    boundBy: text('bound_by', {
      enum: ['employment-number', 'personal-number', 'invitation', 'administrator'],
    }).notNull(),
    boundAt: instant('bound_at').notNull(),
    lastUsedAt: instant('last_used_at'),
    endedAt: instant('ended_at'),
  },
  (table) => [
    belongsTo(table, table.providerId, identityProvider),
    belongsTo(table, table.personId, person),
    index('external_identity_by_person').on(table.personId),
    uniqueIndex('external_identity_subject').on(table.providerId, table.subject).where(sql`${table.endedAt} is null`),
  ],
)

/** A passkey (WebAuthn): the public half; the private half never leaves the person's device. */
export const passkey = tenantTable(
  'passkey',
  {
    personId: uuid('person_id').notNull(),
    /** Base64url, as browsers write it. */
    credentialId: text('credential_id').notNull(),
    publicKey: bytes('public_key').notNull(),
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: text('transports').array().notNull().default([]),
    label: text('label').notNull(),
    madeAt: instant('made_at').notNull(),
    lastUsedAt: instant('last_used_at'),
    endedAt: instant('ended_at'),
  },
  (table) => [
    belongsTo(table, table.personId, person),
    index('passkey_by_person').on(table.personId),
    unique('passkey_credential').on(table.municipalityId, table.credentialId),
  ],
)

/** An administrator's way in when every other fails: a password and a code from an app (TOTP, RFC 6238). */
export const emergencyLogin = tenantTable(
  'emergency_login',
  {
    personId: uuid('person_id').notNull(),
    /** Argon2id in its own text form. */
    passwordHash: text('password_hash').notNull(),
    sealedTotp: bytes('sealed_totp').notNull(),
    /** Absent until a first code has shown that the app has the secret. */
    confirmedAt: instant('confirmed_at'),
    /** The last time step that was used; it and those before are never accepted again. */
    lastStep: bigint('last_step', { mode: 'number' }),
    lastUsedAt: instant('last_used_at'),
    endedAt: instant('ended_at'),
  },
  (table) => [
    belongsTo(table, table.personId, person),
    uniqueIndex('emergency_login_once').on(table.personId).where(sql`${table.endedAt} is null`),
  ],
)

/** A letter that asks a person in. Only the SHA-256 of its random token is stored. */
export const accountInvitation = tenantTable(
  'account_invitation',
  {
    personId: uuid('person_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    sentById: uuid('sent_by_id'),
    sentAt: instant('sent_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    endedAt: instant('ended_at'),
  },
  (table) => [
    belongsTo(table, table.personId, person),
    belongsTo(table, table.sentById, person),
    unique('account_invitation_token').on(table.tokenHash),
    index('account_invitation_by_person').on(table.personId),
  ],
)

/** How often something was tried within a stretch of time: codes asked for, wrong codes, wrong passwords. */
export const attemptTally = tenantTable(
  'attempt_tally',
  {
    /** What is tried and by whom, as a keyed digest: neither addresses nor accounts can be read here. */
    key: text('key').notNull(),
    startedAt: instant('started_at').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [unique('attempt_tally_key').on(table.municipalityId, table.key)],
)

/** A one-time code sent by e-mail. Only its salted digest is stored. */
export const signInCode = tenantTable(
  'sign_in_code',
  {
    personId: uuid('person_id').notNull(),
    digest: text('digest').notNull(),
    expiresAt: instant('expires_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    usedAt: instant('used_at'),
  },
  (table) => [belongsTo(table, table.personId, person), index('sign_in_code_by_person').on(table.personId)],
)

/** A signed-in browser. Only the SHA-256 of its random token is stored. */
export const session = tenantTable(
  'session',
  {
    personId: uuid('person_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    startedAt: instant('started_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Kept to the minute or so: it is not written at every page. */
    lastSeenAt: instant('last_seen_at'),
    /** How they came in. */
    method: text('method', {
      enum: ['code', 'demonstration', 'invitation', 'oidc', 'saml', 'passkey', 'emergency'],
    })
      .notNull()
      .default('code'),
    providerId: uuid('provider_id'),
    /** What the browser called itself, shortened: lets the owner know which is which. */
    browser: text('browser').notNull().default(''),
    endedAt: instant('ended_at'),
    endedBecause: text('ended_because', {
      enum: ['signed-out', 'signed-out-everywhere', 'revoked', 'replaced', 'locked', 'idle', 'provider-off'],
    }),
  },
  (table) => [
    belongsTo(table, table.personId, person),
    belongsTo(table, table.providerId, identityProvider),
    unique('session_token').on(table.tokenHash),
    index('session_by_person').on(table.personId),
    sessionPolicy(),
  ],
)
