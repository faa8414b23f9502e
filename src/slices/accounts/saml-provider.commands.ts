import { z } from 'zod'
import { command } from '../../platform/command.ts'
import { readIdentityProviderMetadata } from '../../platform/sign-in/saml-metadata.ts'
import { type SamlSettings, samlSettings } from '../../platform/sign-in/saml-settings.ts'
import { keepProvider } from './providers.commands.ts'
import { providerForm } from './providers.forms.ts'
import { samlFields, type SamlTyped } from './saml-provider.forms.ts'
import { attributeSets } from './saml-provider.rules.ts'

/** Keeps a SAML identity provider. It has no secret: what it proves itself by is public. */
export const saveSamlProvider = command({
  name: 'accounts.save-saml-provider',
  allow: 'sign-in:configure',
  input: z.intersection(providerForm.pick({ id: true, label: true }), samlFields.transform(settingsOf)),
  run: (context, { id, label, ...settings }) =>
    keepProvider(context, 'saml', { id, label, settings }, { needsSecret: false }),
})

/** Reads what was typed or pasted into settings; every fault is told of under the name of its field. */
function settingsOf(form: SamlTyped, context: z.RefinementCtx<SamlTyped>): SamlSettings {
  const problem = (field: string, message: string) => context.addIssue({ code: 'custom', message, path: [field] })
  const metadata = form.metadata === '' ? undefined : readIdentityProviderMetadata(form.metadata)
  if (metadata?.ok === false) {
    problem('metadata', metadata.code)
    return z.NEVER
  }
  const parsed = samlSettings.safeParse({
    entityId: form.entityId,
    signOnAddress: form.signOnAddress,
    certificates: certificatesIn(form.certificates),
    ...metadata?.value,
    ourEntityId: form.ourEntityId || undefined,
    audience: form.audience || undefined,
    attributes: attributesOf(form),
    assuranceLevels: [...new Set([...form.levels, ...wordsOf(form.otherLevels)])],
    wantsResponseSigned: form.wantsResponseSigned === 'yes',
    clockSkewSeconds: /^\d{1,3}$/.test(form.clockSkewSeconds) ? Number(form.clockSkewSeconds) : -1,
  })
  if (parsed.success) return parsed.data
  for (const { path, message } of parsed.error.issues) {
    const field = fieldOf(path)
    problem(field, form[field] === '' ? (missing[field] ?? message) : message)
  }
  return z.NEVER
}

/** What is said of a field that is left empty although nothing was pasted. */
const missing: Readonly<Record<string, string>> = {
  entityId: 'entity-id-missing',
  signOnAddress: 'address-missing',
  certificates: 'certificate-missing',
}

function attributesOf(form: SamlTyped): SamlSettings['attributes'] {
  if (form.attributeSet !== 'own') return attributeSets[form.attributeSet]
  const { subject, employmentNumber, personalNumber, email, name } = form
  const named = Object.entries({ subject, employmentNumber, personalNumber, email, name })
  return Object.fromEntries(named.filter(([, attribute]) => attribute !== ''))
}

/** Several stand one after the other, each between its two lines; a single one may come without them. */
function certificatesIn(text: string): readonly string[] {
  const whole = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g)
  return whole ?? (text === '' ? [] : [text])
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** The field of the form that a fault in the settings is about. */
function fieldOf(path: readonly PropertyKey[]): keyof SamlTyped {
  const [first, second = 'subject'] = path.map(String)
  const field = first === 'attributes' ? second : first
  return fields.find((it) => it === field) ?? 'otherLevels'
}

const fields = samlFields.keyof().options
