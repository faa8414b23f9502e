import type { Language } from '../../kernel/language.ts'
import { formatKronor } from '../../kernel/money.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  CheckboxGroup,
  Form,
  type FormState,
  HiddenField,
  Money,
  Note,
  Paragraph,
  Section,
  SubmitButton,
  Table,
} from '../../ui/index.ts'
import { payrollPath } from './claims.paths.ts'
import type { PreviewGroup, PreviewPerson } from './payroll.preview.page.ts'
import { payrollPreviewTexts } from './payroll.preview.texts.ts'
import { payrollTexts } from './payroll.texts.ts'

export type LeavingProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly form: FormState
  readonly mayExport: boolean
  readonly now: PreviewGroup
  readonly later: PreviewGroup
  /** Those who are shown but cannot leave yet. */
  readonly heldPersonIds: ReadonlySet<string>
  /** In words; undefined where the fee rules have no cut-off day. */
  readonly cutOff: string | undefined
}

/** What would leave to payroll now and what waits for the next, with the form that makes the file. */
export function Leaving(page: LeavingProps) {
  const { language, now, later, cutOff } = page
  const texts = payrollPreviewTexts(language)
  return (
    <>
      {cutOff !== undefined && <Paragraph>{texts.cutOff(cutOff)}</Paragraph>}
      {now.persons.length > 0 &&
        (cutOff === undefined ? (
          <Group language={language} group={now} heldPersonIds={page.heldPersonIds} />
        ) : (
          <Section heading={texts.nowHeading} level={3}>
            <Group language={language} group={now} heldPersonIds={page.heldPersonIds} />
          </Section>
        ))}
      {later.persons.length > 0 && (
        <Section heading={texts.laterHeading} level={3}>
          <Paragraph>{texts.laterLead}</Paragraph>
          <Group language={language} group={later} heldPersonIds={page.heldPersonIds} />
        </Section>
      )}
      {page.mayExport && <BatchForm {...page} />}
    </>
  )
}

type GroupProps = Pick<LeavingProps, 'language' | 'heldPersonIds'> & { readonly group: PreviewGroup }

function Group({ language, group, heldPersonIds }: GroupProps) {
  return (
    <>
      {group.persons.map((person) => (
        <PersonPreview key={person.id} language={language} person={person} isHeld={heldPersonIds.has(person.id)} />
      ))}
      {group.kinds.length > 0 && <KindSums language={language} group={group} />}
    </>
  )
}

type PersonProps = { readonly language: Language; readonly person: PreviewPerson; readonly isHeld: boolean }

function PersonPreview({ language, person, isHeld }: PersonProps) {
  const [texts, words] = [payrollTexts(language), payrollPreviewTexts(language)]
  return (
    <Table
      caption={isHeld ? words.heldCaption(person.name) : texts.previewCaption(person.name)}
      rows={person.rows}
      rowKey={(row) => row.key}
      columns={[
        { heading: texts.visit, rowHeading: true, cell: (row) => row.unit },
        { heading: texts.day, cell: (row) => row.day },
        { heading: words.kind, cell: (row) => row.kind },
        { heading: texts.payType, cell: (row) => row.payType },
        { heading: texts.amount, align: 'number', cell: (row) => <Money amount={row.amount} /> },
      ]}
      footer={[texts.sum, '', '', '', <Money key="sum" amount={person.total} />]}
    />
  )
}

function KindSums({ language, group }: { readonly language: Language; readonly group: PreviewGroup }) {
  const [texts, words] = [payrollTexts(language), payrollPreviewTexts(language)]
  return (
    <Table
      caption={words.kindsCaption}
      rows={group.kinds}
      rowKey={(row) => row.key}
      columns={[
        { heading: words.kind, rowHeading: true, cell: (row) => row.kind },
        { heading: texts.payType, cell: (row) => row.payType },
        { heading: words.count, align: 'number', cell: (row) => row.count },
        { heading: texts.amount, align: 'number', cell: (row) => <Money amount={row.total} /> },
      ]}
      footer={[texts.total, '', '', <Money key="sum" amount={group.total} />]}
    />
  )
}

function BatchForm({ language, place, form, now, later, heldPersonIds }: LeavingProps) {
  const [texts, words] = [payrollTexts(language), payrollPreviewTexts(language)]
  const choices = (group: PreviewGroup) =>
    group.persons.map(({ id, name, rows, total }) => ({
      value: id,
      label: texts.personChoice(name, new Set(rows.map(({ claimId }) => claimId)).size, formatKronor(total)),
      hint: heldPersonIds.has(id) ? words.heldChoice : undefined,
    }))
  return (
    <Form action={payrollPath(place)} label={texts.make}>
      <Hidden name="claim" values={now.claimIds} />
      <Hidden name="correction" values={now.correctionIds} />
      <Hidden name="later" values={later.claimIds} />
      {now.persons.length > 0 && (
        <CheckboxGroup
          language={language}
          form={form}
          name="person"
          label={texts.chooseLabel}
          hint={texts.chooseHint}
          choices={choices(now)}
        />
      )}
      {later.persons.length > 0 && (
        <CheckboxGroup
          language={language}
          form={form}
          name="laterPerson"
          label={words.laterLabel}
          hint={words.laterHint}
          choices={choices(later)}
        />
      )}
      <Note>{words.lockNote}</Note>
      <SubmitButton>{texts.make}</SubmitButton>
    </Form>
  )
}

function Hidden({ name, values }: { readonly name: string; readonly values: readonly string[] }) {
  return (
    <>
      {values.map((value) => (
        <HiddenField key={value} name={name} value={value} />
      ))}
    </>
  )
}
