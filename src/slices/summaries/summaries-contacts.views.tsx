import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import { Note, Paragraph, Section, Table, TextLink } from '../../ui/index.ts'
import { contactsPath } from '../visits/contacts.paths.ts'
import { contactKinds, type ContactsRow } from './summaries.contacts.rules.ts'
import { summariesTexts } from './summaries.texts.ts'

type ContactsProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly rows: readonly ContactsRow[]
}

/** How many contacts there have been outside visits, by unit and kind (SNB-01). Nothing where there have been none. */
export function Contacts({ language, place, rows }: ContactsProps) {
  const texts = summariesTexts(language)
  if (rows.length === 0) return null
  const sum = (of: (row: ContactsRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  return (
    <Section heading={texts.contacts} id="kontakter">
      <Note>{texts.contactsLead}</Note>
      <Table<ContactsRow>
        caption={texts.contacts}
        hideCaption
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            heading: texts.contactsUnit,
            rowHeading: true,
            cell: ({ where }) => (where === '' ? texts.contactsNowhere : where),
          },
          ...contactKinds.map((kind) => ({
            heading: texts.contactsKinds[kind],
            align: 'number' as const,
            cell: ({ counts }: ContactsRow) => counts[kind],
          })),
          { heading: texts.contactsTotal, align: 'number', cell: ({ total }) => total },
        ]}
        footer={[
          texts.contactsTotal,
          ...contactKinds.map((kind) => sum(({ counts }) => counts[kind])),
          sum(({ total }) => total),
        ]}
      />
      <Paragraph>
        <TextLink href={contactsPath(place)}>{texts.toContacts}</TextLink>
      </Paragraph>
    </Section>
  )
}
