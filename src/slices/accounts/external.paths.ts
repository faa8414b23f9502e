const below = (municipality: string, ...rest: readonly string[]) =>
  `/${[municipality, 'logga-in', ...rest].map((it) => encodeURIComponent(it)).join('/')}`

/** Where a browser is sent away to the provider; an opened link, since a form may not lead to another site. */
export const providerStartPath = (municipality: string, providerId: string) => below(municipality, providerId)
/** Where an OpenID provider sends the browser back. */
export const providerAnswerPath = (municipality: string, providerId: string) => below(municipality, providerId, 'svar')
/** Where a SAML provider lets the browser post its answer. */
export const providerSamlPath = (municipality: string, providerId: string) => below(municipality, providerId, 'saml')
export const providerMetadataPath = (municipality: string, providerId: string) =>
  below(municipality, providerId, 'metadata')
/** Under this name the browser that brought an answer carries its ticket to where it finishes. */
export const ticketName = 'biljett'
/** Where the browser that began, and brought the answer, finishes. */
export const finishPath = (municipality: string, ticket: string) =>
  `${below(municipality, 'klar')}?${ticketName}=${encodeURIComponent(ticket)}`
