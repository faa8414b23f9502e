import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Breadcrumbs,
  Card,
  DownloadLink,
  EmptyState,
  ErrorSummary,
  FileField,
  Form,
  type FormState,
  Heading,
  Lead,
  Note,
  Paragraph,
  Section,
  SubmitButton,
  TextLink,
} from '../../ui/index.ts'
import { claimsPath } from './claims.paths.ts'
import { certificatePath, certificatesPath, removeCertificatePath } from './claims.additions.paths.ts'
import { additionsTexts } from './claims.additions.texts.ts'

export type ShownCertificate = {
  readonly id: string
  readonly name: string
  /** `PDF, 120 kB`. */
  readonly detail: string
  readonly added: string
  readonly uses: readonly { readonly key: string; readonly label: string; readonly href: string | undefined }[]
  /** No claim that has gone on rests on it. */
  readonly mayGo: boolean
}

type Props = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly certificates: readonly ShownCertificate[]
  readonly form: FormState
}

/** One's own certificates of lost earnings, what each is used for, and the form to add one. */
export function CertificatesPage({ language, place, certificates, form }: Props) {
  const texts = additionsTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.backToFees, href: claimsPath(place) }]} />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.certificatesTitle}</Heading>
      <Lead>{texts.certificatesLead}</Lead>
      {certificates.length === 0 && <EmptyState heading={texts.certificatesNone} />}
      {certificates.map((certificate) => (
        <Certificate key={certificate.id} language={language} place={place} certificate={certificate} />
      ))}
      <Section heading={texts.addNewCertificate}>
        <Form action={certificatesPath(place)} label={texts.addNewCertificate} upload>
          <FileField
            {...{ language, form, name: 'file', label: texts.file, hint: texts.fileKinds }}
            accept="application/pdf,image/jpeg,image/png"
          />
          <SubmitButton>{texts.add}</SubmitButton>
        </Form>
      </Section>
    </>
  )
}

function Certificate({
  language,
  place,
  certificate: { id, name, detail, added, uses, mayGo },
}: Pick<Props, 'language' | 'place'> & { readonly certificate: ShownCertificate }) {
  const texts = additionsTexts(language)
  return (
    <Card level={2} heading={added}>
      <DownloadLink href={certificatePath(place, id)} label={name} format={detail} />
      {uses.length === 0 ? (
        <Paragraph>{texts.unused}</Paragraph>
      ) : (
        <Paragraph>
          {texts.usedFor('')}
          {uses.map(({ key, label, href }, index) => (
            <span key={key}>
              {index > 0 && '; '}
              {href === undefined ? label : <TextLink href={href}>{label}</TextLink>}
            </span>
          ))}
        </Paragraph>
      )}
      {mayGo ? (
        <Form action={removeCertificatePath(place, id)} layout="inline">
          <SubmitButton tone="quiet" label={texts.removeOf(name)}>
            {texts.remove}
          </SubmitButton>
        </Form>
      ) : (
        <Note>{texts.stays}</Note>
      )}
    </Card>
  )
}
