import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Breadcrumbs,
  CheckboxGroup,
  DateField,
  DownloadLink,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  Lead,
  Note,
  Paragraph,
  Section,
  SubmitButton,
  Table,
  TextField,
  TextLink,
} from '../../ui/index.ts'
import { employerTexts } from './claims.employer.texts.ts'
import { claimsPath } from './claims.paths.ts'
import { claimsTexts } from './claims.texts.ts'
import { employerPath } from './claims.year.paths.ts'

type EmployerProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly form: FormState
  readonly visits: readonly {
    readonly key: string
    readonly day: string
    readonly time: string
    readonly travel: string
    readonly lost: string
    readonly certificateHref: string
  }[]
  /** Where the certificate is; absent where there is nothing to certify. */
  readonly pdfHref: string | undefined
}

/** To choose what an employer is shown, and see it before it is made. */
export function EmployerPage({ language, place, form, visits, pdfHref }: EmployerProps) {
  const texts = employerTexts(language)
  const field = { language, form }
  return (
    <>
      <Breadcrumbs
        language={language}
        items={[{ label: claimsTexts(language).backToClaims, href: claimsPath(place) }]}
      />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      <Form action={employerPath(place)} method="get" label={texts.title}>
        <DateField {...field} name="fran" label={texts.from} />
        <DateField {...field} name="till" label={texts.until} />
        <TextField
          {...field}
          name="arbetsgivare"
          label={texts.employer}
          hint={texts.employerHint}
          optional
          maxLength={100}
        />
        <CheckboxGroup
          {...field}
          name="med"
          label={texts.include}
          optional
          choices={[
            { value: 'enheter', label: texts.units },
            { value: 'belopp', label: texts.amounts },
          ]}
        />
        <SubmitButton tone="secondary">{texts.show}</SubmitButton>
      </Form>
      {form.errors.length === 0 && <Visits language={language} visits={visits} pdfHref={pdfHref} />}
    </>
  )
}

function Visits({ language, visits, pdfHref }: Pick<EmployerProps, 'language' | 'visits' | 'pdfHref'>) {
  const texts = employerTexts(language)
  return (
    <Section heading={texts.visits}>
      <Table
        caption={texts.visits}
        hideCaption
        rows={visits}
        rowKey={({ key }) => key}
        empty={<Paragraph>{texts.none}</Paragraph>}
        columns={[
          { heading: texts.day, rowHeading: true, cell: ({ day }) => day },
          { heading: texts.time, cell: ({ time }) => time },
          { heading: texts.travel, cell: ({ travel }) => travel },
          { heading: texts.lost, cell: ({ lost }) => lost },
          {
            heading: texts.kind,
            cell: ({ certificateHref, day }) => (
              <TextLink href={certificateHref} label={texts.singleLabel(day)}>
                {texts.single}
              </TextLink>
            ),
          },
        ]}
      />
      {pdfHref !== undefined && (
        <>
          <Note>{texts.follows}</Note>
          <Paragraph>
            <DownloadLink href={pdfHref} label={texts.download} format={texts.format} />
          </Paragraph>
        </>
      )}
    </Section>
  )
}
