import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  DownloadLink,
  ErrorSummary,
  FileField,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  Note,
  Paragraph,
  Section,
  SelectField,
  SubmitButton,
  Table,
  TextLink,
} from '../../ui/index.ts'
import { claimPath } from './claims.paths.ts'
import type { ClaimAdditions, ShownAddition } from './claims.additions.page.ts'
import { additionsForPath, additionsPath, certificatesPath } from './claims.additions.paths.ts'
import { additionsTexts } from './claims.additions.texts.ts'
import { AdditionForms } from './claims-add.views.tsx'

export type AdditionsPageProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly claim: {
    readonly id: string
    readonly version: number
    readonly unit: string
    readonly day: string
    readonly person: string
  }
  readonly additions: ClaimAdditions
  readonly isEstate: boolean
  /** Why nothing can be changed now, in a sentence; absent when it can, and for those who only read. */
  readonly closed: string | undefined
  readonly form: FormState
}

/** What has been added to a claim, each with the way to take it away, and a form for each thing that can be added. */
export function AdditionsPage(page: AdditionsPageProps) {
  const { language, place, claim, additions, isEstate, closed, form } = page
  const texts = additionsTexts(language)
  const { change } = additions
  const action = change === 'for' ? additionsForPath(place, claim.id) : additionsPath(place, claim.id)
  const lead = change !== 'for' ? texts.lead : isEstate ? texts.leadEstate(claim.person) : texts.leadFor(claim.person)
  const changing = change && { action, version: claim.version, form }
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.toClaim, href: claimPath(place, claim.id) }]} />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.title(claim.unit, claim.day)}</Heading>
      {change && <Lead>{lead}</Lead>}
      {closed !== undefined && (
        <Alert tone="info">
          <Paragraph>{closed}</Paragraph>
        </Alert>
      )}
      {change && additions.state === 'confirmed' && <Note>{texts.asConfirmed}</Note>}
      <Section heading={texts.added} id="tillagt">
        <AdditionList language={language} additions={additions} changing={changing} />
      </Section>
      {changing && <AdditionForms {...changing} language={language} additions={additions} />}
      <Actions>
        <ButtonLink href={claimPath(place, claim.id)} tone="secondary">
          {change ? texts.doneAdding : texts.toClaim}
        </ButtonLink>
        {change === 'own' && (additions.offered.employee ?? additions.offered.selfEmployed) && (
          <ButtonLink href={certificatesPath(place)} tone="quiet">
            {texts.certificatesTitle}
          </ButtonLink>
        )}
      </Actions>
    </>
  )
}

type Changing = { readonly action: string; readonly version: number; readonly form: FormState }

type ListProps = {
  readonly language: Language
  readonly additions: ClaimAdditions
  readonly changing: Changing | undefined
}

function AdditionList({ language, additions, changing }: ListProps) {
  const texts = additionsTexts(language)
  const { items } = additions
  if (items.length === 0) return <Paragraph>{texts.none}</Paragraph>
  const papers = items.some((it) => it.kind === 'cost' || it.kind === 'loss')
  return (
    <>
      <Table
        caption={texts.added}
        hideCaption
        rows={items}
        rowKey={(item) => item.id}
        columns={[
          { heading: texts.what, cell: (item) => item.what, rowHeading: true },
          { heading: texts.details, cell: (item) => item.details },
          ...(papers
            ? [{ heading: texts.paper, cell: (item: ShownAddition) => <Paper language={language} item={item} /> }]
            : []),
          ...(changing
            ? [
                {
                  heading: texts.remove,
                  cell: (item: ShownAddition) => <Removal language={language} item={item} {...changing} />,
                },
              ]
            : []),
        ]}
      />
      {changing &&
        items
          .filter(({ lacks }) => lacks)
          .map((item) => (
            <PaperForm key={item.id} language={language} item={item} additions={additions} {...changing} />
          ))}
    </>
  )
}

function Paper({ language, item }: { readonly language: Language; readonly item: ShownAddition }) {
  const texts = additionsTexts(language)
  if (item.file) return <DownloadLink href={item.file.href} label={item.file.name} format={item.file.detail} />
  if (item.isDisposed) return <span>{texts.disposed}</span>
  if (item.kind !== 'cost' && item.kind !== 'loss') return <span>–</span>
  if (!item.lacks) return <span>{texts.noPaper}</span>
  return <span>{item.kind === 'cost' ? texts.receiptMissing : texts.certificateMissing}</span>
}

type RowProps = Changing & { readonly language: Language; readonly item: ShownAddition }

function Removal({ language, item, action, version }: RowProps) {
  const texts = additionsTexts(language)
  // Time is taken away where it is filled in.
  if (item.kind === 'times') return <span>–</span>
  return (
    <Form action={action} version={version} layout="inline">
      <HiddenField name="what" value="removal" />
      <HiddenField name="kind" value={item.kind} />
      <HiddenField name="row" value={item.id} />
      <SubmitButton tone="quiet" label={texts.removeOf(`${item.what}, ${item.details}`)}>
        {texts.remove}
      </SubmitButton>
    </Form>
  )
}

/** To hand in the receipt or certificate of something that was added without one. */
function PaperForm({
  language,
  item,
  additions,
  action,
  version,
  form,
}: RowProps & { readonly additions: ClaimAdditions }) {
  const texts = additionsTexts(language)
  const isLoss = item.kind === 'loss'
  const what = `${item.what}, ${item.details}`
  return (
    <Section heading={isLoss ? texts.addCertificateOf(what) : texts.addReceiptOf(what)}>
      <Form action={action} version={version} label={texts.addReceiptOf(what)} upload>
        <HiddenField name="what" value="paper" />
        <HiddenField name="kind" value={item.kind} />
        <HiddenField name="row" value={item.id} />
        {isLoss && additions.certificates.length > 0 && (
          <SelectField
            language={language}
            form={form}
            name={`certificate.${item.id}`}
            label={texts.certificate}
            optional
            unchosen={texts.certificateNone}
            choices={additions.certificates.map(({ id, label }) => ({ value: id, label }))}
          />
        )}
        <FileField
          language={language}
          form={form}
          name={`file.${item.id}`}
          label={isLoss ? texts.certificateFile : texts.receipt}
          hint={texts.fileKinds}
          accept="application/pdf,image/jpeg,image/png"
          optional={isLoss}
        />
        <SubmitButton tone="secondary">{isLoss ? texts.addCertificate : texts.addReceipt}</SubmitButton>
      </Form>
    </Section>
  )
}

type SectionProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly claimId: string
  readonly additions: ClaimAdditions | undefined
}

/** On the claim's own page: what has been added, with its papers, and the way to add more. Nothing where there is neither. */
export function ClaimAdditionsSection({ language, place, claimId, additions }: SectionProps) {
  const texts = additionsTexts(language)
  if (additions === undefined || (additions.items.length === 0 && additions.change === undefined)) return null
  const any = additions.items.length > 0
  return (
    <Section heading={texts.heading} id="tillagg">
      <AdditionList language={language} additions={additions} changing={undefined} />
      {additions.change && (
        <Paragraph>
          <TextLink href={additionsPath(place, claimId)}>{any ? texts.change : texts.link}</TextLink>
        </Paragraph>
      )}
    </Section>
  )
}
