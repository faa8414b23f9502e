/** Where in an assertion each thing about a person stands: names of attributes as the provider writes them. */
type AttributeNames = {
  readonly subject?: string | undefined
  readonly employmentNumber?: string | undefined
  readonly personalNumber?: string | undefined
  readonly email?: string | undefined
  readonly name?: string | undefined
}

/**
 * Sets of attribute names that need not be typed: claims as AD FS names them by the rules in docs/sign-in.md, and the
 * sets of Sweden Connect's technical framework (attribute specification, December 2024).
 */
export const attributeSets = {
  adfs: {
    employmentNumber: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/employeenumber',
    email: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
    name: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name',
  },
  // The subject is `uid@organisation number`, the same at every sign-in. No personal number comes.
  'org-person-01': {
    subject: 'urn:oid:1.2.752.201.3.1',
    email: 'urn:oid:0.9.2342.19200300.100.1.3',
    name: 'urn:oid:2.16.840.1.113730.3.1.241',
  },
  // Here the NameID is the subject, so that the number binds the account once and is not kept as its key.
  'pnr-01': {
    personalNumber: 'urn:oid:1.2.752.29.4.13',
    name: 'urn:oid:2.16.840.1.113730.3.1.241',
  },
} as const satisfies Readonly<Record<string, AttributeNames>>

export const attributeSetNames = ['adfs', 'org-person-01', 'pnr-01', 'own'] as const

/** Returns the set that these names are, or `own`. */
export function attributeSetOf(names: AttributeNames): (typeof attributeSetNames)[number] {
  const fields = ['subject', 'employmentNumber', 'personalNumber', 'email', 'name'] as const
  const isSame = (set: AttributeNames) => fields.every((field) => set[field] === names[field])
  return attributeSetNames.find((name) => name !== 'own' && isSame(attributeSets[name])) ?? 'own'
}

/** Sweden Connect's levels of assurance, lowest first (identifiers of the technical framework, December 2024). */
export const assuranceLevels = [
  'http://id.elegnamnden.se/loa/1.0/loa2',
  'http://id.swedenconnect.se/loa/1.0/uncertified-loa3',
  'http://id.elegnamnden.se/loa/1.0/loa3',
  'http://id.elegnamnden.se/loa/1.0/loa4',
] as const
