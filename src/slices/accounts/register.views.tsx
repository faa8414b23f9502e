import { formatInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { Role } from '../../kernel/permissions.ts'
import {
  Actions,
  Alert,
  ButtonLink,
  type Choice,
  DateField,
  Form,
  type FormState,
  FormPage,
  Heading,
  Lead,
  Note,
  Pagination,
  SelectField,
  SubmitButton,
  Table,
  Tag,
  TextArea,
  TextField,
  TextLink,
} from '../../ui/index.ts'
import { roleInWords } from './account.views.tsx'
import type { RegisterRow } from './register.store.ts'
import { registerTexts } from './register.texts.ts'

type RegisterProps = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  readonly rows: readonly RegisterRow[]
  readonly total: number
  readonly hrefOf: (id: string) => string
  readonly newHref: string | undefined
  readonly page: number
  readonly pages: number
  readonly pageHref: (page: number) => string
}

/** The committee's register: who has which role, and how their account stands. */
export function RegisterPage(props: RegisterProps) {
  const { language, form, action, rows, total, hrefOf, newHref, page, pages, pageHref } = props
  const texts = registerTexts(language)
  return (
    <>
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      {newHref && (
        <Actions>
          <ButtonLink href={newHref}>{texts.newPerson}</ButtonLink>
        </Actions>
      )}
      <Form action={action} method="get" layout="inline" label={texts.search}>
        <TextField
          language={language}
          form={form}
          name="sok"
          type="search"
          width="medium"
          label={texts.search}
          optional="as-labelled"
        />
        <SubmitButton tone="secondary">{texts.find}</SubmitButton>
      </Form>
      <Note>
        {texts.found(total)} {form.values.sok !== '' && <TextLink href={action}>{texts.showAll}</TextLink>}
      </Note>
      <Table
        caption={texts.title}
        hideCaption
        rows={rows}
        rowKey={({ id }) => id}
        empty={texts.none}
        columns={[
          {
            heading: texts.name,
            rowHeading: true,
            cell: ({ id, name }) => <TextLink href={hrefOf(id)}>{name}</TextLink>,
          },
          {
            heading: texts.roles,
            cell: ({ roles }) =>
              roles.length === 0 ? texts.noRoleNow : roles.map((held) => registeredRole(language, held)).join('; '),
          },
          { heading: texts.status, cell: (row) => <StatusTags language={language} row={row} /> },
          {
            heading: texts.seen,
            cell: ({ lastSignedIn }) =>
              lastSignedIn === undefined ? texts.never : formatInstant(lastSignedIn, language),
          },
        ]}
      />
      <Pagination language={language} page={page} pages={pages} hrefOf={pageHref} />
    </>
  )
}

type Registered = {
  readonly role: Role
  readonly title: string | null
  readonly unitName: string | null
  readonly isPrivate: boolean
}

/** Returns the role in words, with what kind of unit it is where somebody else runs it for the municipality. */
export function registeredRole(language: Language, { unitName, isPrivate, ...held }: Registered): string {
  const named = isPrivate && unitName !== null ? registerTexts(language).privateUnit(unitName) : unitName
  return roleInWords(language, { ...held, unitName: named })
}

type Status = { readonly isLocked: boolean; readonly isInvited: boolean; readonly isProtected: boolean }

/** How an account stands, in a word each. */
export function StatusTags({ language, row }: { readonly language: Language; readonly row: Status }) {
  const texts = registerTexts(language)
  return (
    <>
      {row.isLocked ? <Tag tone="danger">{texts.locked}</Tag> : !row.isInvited && <Tag>{texts.active}</Tag>}{' '}
      {row.isInvited && <Tag tone="info">{texts.invited}</Tag>}{' '}
      {row.isProtected && <Tag tone="warning">{texts.protected}</Tag>}
    </>
  )
}

type FormProps = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  readonly cancelHref: string
}

type RoleChoices = { readonly roles: readonly Choice[]; readonly units: readonly Choice[] }

/** Somebody new in the committee, with a first role. */
export function NewPersonPage({ language, form, action, cancelHref, ...choices }: FormProps & RoleChoices) {
  const texts = registerTexts(language)
  const field = { language, form }
  return (
    <FormPage
      {...field}
      title={texts.newPerson}
      lead={texts.newLead}
      action={action}
      submitLabel={texts.add}
      cancelHref={cancelHref}
    >
      <TextField {...field} name="email" type="email" label={texts.email} />
      <TextField {...field} name="name" label={texts.personName} hint={texts.nameHint} optional maxLength={200} />
      <TextField
        {...field}
        name="employmentNumber"
        label={texts.employmentNumber}
        hint={texts.employmentHint}
        width="short"
        optional
      />
      <RoleFields {...field} {...choices} />
    </FormPage>
  )
}

/** The role, its unit or title, and its days. */
export function RoleFields({ language, form, roles, units }: Pick<FormProps, 'language' | 'form'> & RoleChoices) {
  const texts = registerTexts(language)
  const field = { language, form }
  return (
    <>
      <SelectField {...field} name="role" label={texts.firstRole} choices={roles} />
      <SelectField
        {...field}
        name="unitId"
        label={texts.unit}
        hint={texts.unitHint}
        choices={units}
        unchosen={texts.noUnit}
        optional
      />
      <TextField {...field} name="title" label={texts.titleField} hint={texts.titleHint} optional maxLength={100} />
      <DateField {...field} name="validFrom" label={texts.validFrom} />
      <DateField {...field} name="lastDay" label={texts.lastDay} hint={texts.lastDayHint} optional />
    </>
  )
}

/** Name, address and employment number. Those of a protected person are not shown. */
export function EditPersonPage(props: FormProps & { readonly isProtected: boolean; readonly version: number }) {
  const { language, form, action, cancelHref, isProtected, version } = props
  const texts = registerTexts(language)
  const field = { language, form }
  return (
    <FormPage
      {...field}
      title={texts.editTitle}
      lead={isProtected ? texts.editProtected : undefined}
      action={action}
      version={version}
      submitLabel={texts.save}
      cancelHref={cancelHref}
    >
      <TextField {...field} name="name" label={texts.personName} maxLength={200} optional={isProtected} />
      <TextField {...field} name="email" type="email" label={texts.email} optional={isProtected} />
      <TextField
        {...field}
        name="employmentNumber"
        label={texts.employmentNumber}
        hint={texts.employmentHint}
        width="short"
        optional
      />
    </FormPage>
  )
}

/** One more role for somebody. */
export function GiveRolePage({
  language,
  form,
  action,
  cancelHref,
  name,
  ...choices
}: FormProps & RoleChoices & { readonly name: string }) {
  const texts = registerTexts(language)
  return (
    <FormPage
      language={language}
      form={form}
      title={texts.giveTitle(name)}
      action={action}
      submitLabel={texts.giveRole}
      cancelHref={cancelHref}
    >
      <RoleFields language={language} form={form} {...choices} />
    </FormPage>
  )
}

type EndRoleProps = FormProps & { readonly role: string; readonly name: string; readonly version: number }

/** The last day of a role. */
export function EndRolePage({ language, form, action, cancelHref, role, name, version }: EndRoleProps) {
  const texts = registerTexts(language)
  return (
    <FormPage
      language={language}
      form={form}
      title={texts.endTitle}
      lead={`${name}: ${role}`}
      action={action}
      version={version}
      submitLabel={texts.endSubmit}
      cancelHref={cancelHref}
    >
      <DateField language={language} form={form} name="lastDay" label={texts.lastDay} hint={texts.endLastDayHint} />
    </FormPage>
  )
}

/** Locks somebody out, with the reason. */
export function LockPage({ language, form, action, cancelHref, name }: FormProps & { readonly name: string }) {
  const texts = registerTexts(language)
  return (
    <FormPage
      language={language}
      form={form}
      title={texts.lockTitle(name)}
      lead={texts.lockText}
      action={action}
      submitLabel={texts.lock}
      submitTone="danger"
      cancelHref={cancelHref}
    >
      <TextArea
        language={language}
        form={form}
        name="reason"
        rows={3}
        maxLength={500}
        label={texts.reason}
        hint={texts.reasonHint}
      />
    </FormPage>
  )
}

/** What has just been done. */
export function DoneAlert({ notice }: { readonly notice: string | undefined }) {
  if (notice === undefined) return null
  return (
    <Alert tone="good" announce>
      {notice}
    </Alert>
  )
}
