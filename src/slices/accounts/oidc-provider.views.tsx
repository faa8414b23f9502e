import type { Language } from '../../kernel/language.ts'
import { type FormState, TextArea, TextField } from '../../ui/index.ts'
import { providersTexts } from './providers.texts.ts'

type OidcFieldsProps = { readonly language: Language; readonly form: FormState; readonly hasSecret: boolean }

/** The settings of an OpenID provider. */
export function OidcFields({ language, form, hasSecret }: OidcFieldsProps) {
  const texts = providersTexts(language)
  const { oidc } = texts
  const common = { language, form }
  return (
    <>
      <TextField {...common} name="issuer" label={oidc.issuer} hint={oidc.issuerHint} width="full" maxLength={300} />
      <TextField {...common} name="clientId" label={oidc.clientId} width="full" maxLength={300} />
      <TextField
        {...common}
        name="secret"
        type="password"
        label={texts.secret}
        hint={hasSecret ? texts.secretKept : texts.secretHint}
        optional={hasSecret}
        autoComplete="new-password"
        width="full"
        maxLength={500}
      />
      <TextField
        {...common}
        name="employmentNumberClaim"
        label={oidc.employmentNumberClaim}
        hint={oidc.employmentNumberHint}
        optional
        width="medium"
        maxLength={200}
      />
      <TextField
        {...common}
        name="personalNumberClaim"
        label={oidc.personalNumberClaim}
        hint={oidc.personalNumberHint}
        optional
        width="full"
        maxLength={200}
      />
      <TextField
        {...common}
        name="subjectClaim"
        label={oidc.subjectClaim}
        hint={oidc.subjectHint}
        width="medium"
        maxLength={200}
      />
      <TextField {...common} name="scope" label={oidc.scope} hint={oidc.scopeHint} width="medium" maxLength={300} />
      <TextArea
        {...common}
        name="acceptedAcr"
        label={oidc.acceptedAcr}
        hint={oidc.acceptedAcrHint}
        optional
        rows={3}
        maxLength={2000}
      />
    </>
  )
}
