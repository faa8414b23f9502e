import { sql } from 'drizzle-orm'
import { boolean, check, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { bytes, id, municipalityPolicies, tenantTable } from '../../platform/db/columns.ts'

/** A municipality (kommun): the tenant. Its committees, people and records are seen by nobody else. */
export const municipality = pgTable(
  'municipality',
  {
    id: id(),
    slug: text('slug').notNull().unique(),
    name: text('name').notNull(),
    organisationNumber: text('organisation_number'),
    /** The mailbox that invitations are sent from. */
    functionAddress: text('function_address').notNull(),
    /** Fictional, for trying the system out: listed on the landing page, with persons to choose from. */
    /** A line about the committee for the landing page of the demonstration. */
    about: text('about').notNull().default(''),
    demo: boolean('demo').notNull().default(false),
  },
  municipalityPolicies,
)

/** How the municipality's documents look. Without a row they have the product's own colour and no picture. */
export const municipalityLook = tenantTable(
  'municipality_look',
  {
    /** `#rrggbb`. */
    accent: text('accent'),
    /** A PNG. */
    logo: bytes('logo'),
    logoAlternative: text('logo_alternative'),
  },
  (table) => [
    unique('municipality_look_once').on(table.municipalityId),
    check('municipality_look_accent', sql`${table.accent} ~ '^#[0-9a-f]{6}$'`),
    check('municipality_look_logo', sql`(${table.logo} is null) = (${table.logoAlternative} is null)`),
  ],
)
