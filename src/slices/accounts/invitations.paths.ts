/** Where the letter of an invitation leads. */
export const invitationPath = (municipality: string, token: string) =>
  `/${encodeURIComponent(municipality)}/valkommen/${encodeURIComponent(token)}`
