import { boolean, pgTable, text } from 'drizzle-orm/pg-core'
import { id, municipalityPolicies } from '../../platform/db/columns.ts'

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
