import type { ComponentChildren, VNode } from 'preact'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  Checkbox,
  DefinitionList,
  ErrorSummary,
  Fieldset,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  Note,
  Paragraph,
  RadioGroup,
  Section,
  SubmitButton,
  Table,
  Tag,
  TextField,
  TextLink,
} from '../../ui/index.ts'
import {
  closeProviderPath,
  newProviderPath,
  openProviderPath,
  providerPath,
  removeProviderPath,
  tryProviderPath,
  waysInPath,
} from './providers.paths.ts'
import type { Provider, ProviderKindName } from './providers.rules.ts'
import { type ProvidersTexts, providersTexts } from './providers.texts.ts'

type Common = { readonly language: Language; readonly place: PlaceSlugs }

type WaysInProps = Common & {
  readonly form: FormState
  readonly isSaved: boolean
  readonly providers: readonly Provider[]
  readonly kinds: readonly ProviderKindName[]
}

/** The municipality's ways in: which are open, how long a session lives, and the services that vouch for people. */
export function WaysInPage({ language, place, form, isSaved, providers, kinds }: WaysInProps) {
  const texts = providersTexts(language)
  return (
    <>
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      {isSaved && (
        <Alert tone="good" announce>
          <Paragraph>{texts.saved}</Paragraph>
        </Alert>
      )}
      <Section heading={texts.providersHeading}>
        <Paragraph>{texts.providersLead}</Paragraph>
        <Table
          caption={texts.providersHeading}
          hideCaption
          rows={providers}
          rowKey={({ id }) => id}
          empty={texts.noProviders}
          columns={[
            {
              heading: texts.label,
              rowHeading: true,
              cell: ({ id, label }) => <TextLink href={providerPath(place, id)}>{label}</TextLink>,
            },
            { heading: texts.kind, cell: ({ kind }) => texts.kinds[kind] },
            { heading: texts.state, cell: (provider) => <StateTag texts={texts} provider={provider} /> },
          ]}
        />
        <Actions>
          {kinds.map((kind) => (
            <ButtonLink key={kind} href={newProviderPath(place, kind)} tone="secondary">
              {texts.add(texts.kinds[kind])}
            </ButtonLink>
          ))}
        </Actions>
      </Section>
      <Section heading={texts.policyHeading}>
        <Form action={waysInPath(place)} label={texts.policyHeading}>
          <RadioGroup
            language={language}
            form={form}
            name="codes"
            label={texts.codes}
            choices={(['everybody', 'without-provider', 'nobody'] as const).map((value) => ({
              value,
              label: texts.codesChoices[value],
            }))}
          />
          <Checkbox language={language} form={form} name="passkeys" label={texts.passkeys} />
          <Fieldset legend={texts.sessionLegend}>
            <NumberField
              language={language}
              form={form}
              name="idleMinutes"
              label={texts.idleMinutes}
              hint={texts.idleHint}
            />
            <NumberField
              language={language}
              form={form}
              name="absoluteHours"
              label={texts.absoluteHours}
              hint={texts.absoluteHint}
            />
          </Fieldset>
          <SubmitButton>{texts.save}</SubmitButton>
        </Form>
      </Section>
    </>
  )
}

type NumberFieldProps = {
  readonly language: Language
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint: string
}

function NumberField(props: NumberFieldProps) {
  return <TextField {...props} inputMode="numeric" width="short" maxLength={5} />
}

function StateTag({ texts, provider }: { readonly texts: ProvidersTexts; readonly provider: Provider }) {
  if (provider.state === 'on') return <Tag tone="good">{texts.states.on}</Tag>
  return provider.testedAt === null ? <Tag tone="warning">{texts.states.untested}</Tag> : <Tag>{texts.states.off}</Tag>
}

export type ProviderFieldsProps = { readonly language: Language; readonly form: FormState; readonly hasSecret: boolean }

type ProviderFormProps = Common & {
  readonly id: string
  readonly form: FormState
  readonly action: string
  readonly hasSecret: boolean
  readonly addresses: readonly { readonly term: string; readonly description: string }[]
  /** The fields of the provider's own kind. */
  readonly Fields: (props: ProviderFieldsProps) => VNode
}

/** A service that is not kept yet. */
export function NewProviderPage(props: ProviderFormProps & { readonly kind: ProviderKindName }) {
  const texts = providersTexts(props.language)
  return (
    <>
      <ErrorSummary language={props.language} form={props.form} />
      <ToWaysIn {...props} />
      <Heading level={1}>{texts.newTitle(texts.kinds[props.kind])}</Heading>
      <Lead>{texts.newLead}</Lead>
      <ProviderSettings {...props} />
    </>
  )
}

type ProviderPageProps = ProviderFormProps & {
  readonly provider: Provider
  readonly tested: string | undefined
  readonly isSaved: boolean
}

/** One service: its state, what it has to know of us, and its settings. */
export function ProviderPage(props: ProviderPageProps) {
  const { language, place, provider, tested, form, isSaved } = props
  const texts = providersTexts(language)
  return (
    <>
      <ErrorSummary language={language} form={form} />
      <ToWaysIn language={language} place={place} />
      <Heading level={1}>{provider.label}</Heading>
      <Paragraph>
        <StateTag texts={texts} provider={provider} />
      </Paragraph>
      {isSaved && (
        <Alert tone="good" announce>
          <Paragraph>{texts.saved}</Paragraph>
        </Alert>
      )}
      <Section heading={texts.stateHeading}>
        <Paragraph>{tested === undefined ? texts.notTested : texts.testedOn(tested)}</Paragraph>
        <Paragraph>{texts.tryLead}</Paragraph>
        <Actions>
          <ButtonLink href={tryProviderPath(place, provider.id)} tone="secondary">
            {texts.tryIt}
          </ButtonLink>
          {provider.state === 'off' && tested !== undefined && (
            <OneButton action={openProviderPath(place, provider.id)}>{texts.open}</OneButton>
          )}
        </Actions>
        {provider.state === 'on' && (
          <>
            <Note>{texts.closeLead}</Note>
            <OneButton action={closeProviderPath(place, provider.id)} tone="danger">
              {texts.close}
            </OneButton>
          </>
        )}
      </Section>
      <ProviderSettings {...props} note={texts.changeHint} />
      <Section heading={texts.removeHeading}>
        <Paragraph>{texts.removeLead}</Paragraph>
        <OneButton action={removeProviderPath(place, provider.id)} tone="danger">
          {texts.remove}
        </OneButton>
      </Section>
    </>
  )
}

type OneButtonProps = {
  readonly action: string
  readonly tone?: 'primary' | 'danger'
  readonly children: ComponentChildren
}

function OneButton({ action, tone = 'primary', children }: OneButtonProps) {
  return (
    <Form action={action} layout="inline">
      <SubmitButton tone={tone}>{children}</SubmitButton>
    </Form>
  )
}

function ToWaysIn({ language, place }: Common) {
  return (
    <Breadcrumbs language={language} items={[{ label: providersTexts(language).title, href: waysInPath(place) }]} />
  )
}

function ProviderSettings(props: ProviderFormProps & { readonly note?: string }) {
  const { language, id, form, action, hasSecret, addresses, Fields, note } = props
  const texts = providersTexts(language)
  return (
    <>
      <Section heading={texts.addressesHeading}>
        <DefinitionList items={addresses} />
      </Section>
      <Section heading={texts.settingsHeading}>
        {note !== undefined && <Note>{note}</Note>}
        <Form action={action} label={texts.settingsHeading}>
          <HiddenField name="id" value={id} />
          <TextField
            language={language}
            form={form}
            name="label"
            label={texts.buttonLabel}
            hint={texts.buttonHint}
            width="medium"
            maxLength={80}
          />
          <Fields language={language} form={form} hasSecret={hasSecret} />
          <SubmitButton>{texts.save}</SubmitButton>
        </Form>
      </Section>
    </>
  )
}
