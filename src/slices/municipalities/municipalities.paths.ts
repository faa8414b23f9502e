export const accessibilityPath = (municipality: string) => `/${encodeURIComponent(municipality)}/tillganglighet`
export const personalDataPath = (municipality: string) => `/${encodeURIComponent(municipality)}/om-personuppgifter`
export const helpPath = (municipality: string) => `/${encodeURIComponent(municipality)}/hjalp`
