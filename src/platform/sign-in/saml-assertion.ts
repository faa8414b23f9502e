import { type Instant, instantFromIso } from '../../kernel/instant.ts'
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { type ForeignAnswer, foreignPersonalNumber, foreignText } from './foreign-identity.ts'
import type { SamlPeer, SamlSettings } from './saml-settings.ts'
import { childrenNamed, onlyChild, textOf, type XmlElement } from './saml-xml.ts'

const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'
const transient = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient'
const knownConditions = ['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction']

/** When it is, and which request was sent. */
type Moment = { readonly requestId: string; readonly now: Instant }

/** Returns what is wrong with an assertion whose signature and audience are proven, or undefined. */
export function assertionFault(peer: SamlPeer, assertion: XmlElement, moment: Moment): Refusal | undefined {
  const { settings } = peer
  if (textOf(onlyChild(assertion, 'Issuer')) !== settings.entityId) return refuse('saml.wrong-issuer')
  const skew = settings.clockSkewSeconds * 1000
  return (
    conditionsFault(assertion, moment.now, skew) ??
    confirmationFault(peer, assertion, moment) ??
    statementFault(settings, assertion, moment.now)
  )
}

function conditionsFault(assertion: XmlElement, now: Instant, skew: number): Refusal | undefined {
  const conditions = onlyChild(assertion, 'Conditions')
  if (!conditions) return refuse('saml.malformed')
  // A condition that is not understood makes the assertion one that cannot be relied on (SAML 2.0 Core, 2.5.1).
  if (conditions.children.some(({ name }) => !knownConditions.includes(name))) return refuse('saml.malformed')
  return timeFault(conditions, now, skew)
}

/** The bearer's confirmation: for this address, this request and this moment (SAML 2.0 Profiles, 4.1.4.2). */
function confirmationFault(peer: SamlPeer, assertion: XmlElement, { requestId, now }: Moment): Refusal | undefined {
  const confirmation = onlyChild(onlyChild(assertion, 'Subject'), 'SubjectConfirmation')
  const data = onlyChild(confirmation, 'SubjectConfirmationData')
  if (confirmation?.attributes.get('Method') !== bearer || !data) return refuse('saml.not-bearer')
  if (data.attributes.get('Recipient') !== peer.answerAddress) return refuse('saml.wrong-recipient')
  const answered = data.attributes.get('InResponseTo')
  if (answered === undefined) return refuse('saml.unsolicited')
  if (answered !== requestId) return refuse('saml.wrong-request')
  if (!data.attributes.has('NotOnOrAfter')) return refuse('saml.malformed')
  return timeFault(data, now, peer.settings.clockSkewSeconds * 1000)
}

function statementFault(settings: SamlSettings, assertion: XmlElement, now: Instant): Refusal | undefined {
  const statement = onlyChild(assertion, 'AuthnStatement')
  if (!statement) return refuse('saml.malformed')
  const ended = endFault(statement.attributes.get('SessionNotOnOrAfter'), now, settings.clockSkewSeconds * 1000)
  if (ended) return ended
  const assurance = assuranceOf(assertion)
  const isEnough = settings.assuranceLevels.length === 0 || settings.assuranceLevels.some((it) => it === assurance)
  return isEnough ? undefined : refuse('saml.assurance-too-low', { assurance: assurance ?? null })
}

function timeFault(element: XmlElement, now: Instant, skew: number): Refusal | undefined {
  const notBefore = element.attributes.get('NotBefore')
  if (notBefore !== undefined) {
    const start = readInstant(notBefore)
    if (start === undefined) return refuse('saml.malformed')
    if (now + skew < start) return refuse('saml.not-yet-valid')
  }
  return endFault(element.attributes.get('NotOnOrAfter'), now, skew)
}

function endFault(notOnOrAfter: string | undefined, now: Instant, skew: number): Refusal | undefined {
  if (notOnOrAfter === undefined) return undefined
  const end = readInstant(notOnOrAfter)
  if (end === undefined) return refuse('saml.malformed')
  return now - skew >= end ? refuse('saml.expired') : undefined
}

/** Times are in UTC with `Z` (SAML 2.0 Core, 1.3.3). Some providers write more than six digits of a second. */
function readInstant(text: string): Instant | undefined {
  try {
    return instantFromIso(text.replace(/(\.\d{6})\d+Z$/, '$1Z'))
  } catch {
    return undefined
  }
}

/** Returns who an accepted assertion is about. */
export function foreignAnswer(settings: SamlSettings, assertion: XmlElement): Result<ForeignAnswer> {
  const { attributes: names } = settings
  const attributes = attributesOf(assertion)
  const valuesOf = (name: string | undefined) => (name === undefined ? undefined : attributes.get(name))
  const nameId = onlyChild(onlyChild(assertion, 'Subject'), 'NameID')
  if (names.subject === undefined && nameId?.attributes.get('Format') === transient) {
    // A transient name is new at every sign-in: bound to an account it would never be seen again.
    return refuse('saml.subject-changes')
  }
  const subject = foreignText(names.subject === undefined ? textOf(nameId) : valuesOf(names.subject))
  if (subject === undefined) return refuse('saml.no-subject', { attribute: names.subject ?? 'NameID' })
  return done({
    identity: {
      subject,
      employmentNumber: foreignText(valuesOf(names.employmentNumber)),
      personalNumber: foreignPersonalNumber(valuesOf(names.personalNumber)),
      email: foreignText(valuesOf(names.email)),
      name: foreignText(valuesOf(names.name)),
      assurance: assuranceOf(assertion),
    },
    claims: [
      { name: 'NameID', value: textOf(nameId) },
      ...[...attributes].map(([name, values]) => ({ name, value: values.join(', ') })),
    ],
  })
}

function assuranceOf(assertion: XmlElement): string | undefined {
  const context = onlyChild(onlyChild(assertion, 'AuthnStatement'), 'AuthnContext')
  return foreignText(textOf(onlyChild(context, 'AuthnContextClassRef')))
}

/** The values of each attribute by its name. One that comes twice has the values of both, and is then no single text. */
function attributesOf(assertion: XmlElement): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const statement of childrenNamed(assertion, 'AttributeStatement')) {
    for (const attribute of childrenNamed(statement, 'Attribute')) {
      const name = attribute.attributes.get('Name') ?? ''
      const values = childrenNamed(attribute, 'AttributeValue').map(textOf)
      found.set(name, [...(found.get(name) ?? []), ...values])
    }
  }
  return found
}
