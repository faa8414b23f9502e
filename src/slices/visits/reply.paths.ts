/** Where the link in an invitation leads. */
export const replyPath = (municipality: string, token: string) =>
  `/${encodeURIComponent(municipality)}/svar/${encodeURIComponent(token)}`
