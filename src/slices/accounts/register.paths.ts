import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

const below = (place: PlaceSlugs, ...rest: readonly string[]) => placePath(place, 'installningar', 'personer', ...rest)

/** What has just been done to a person, said on the person's page. */
export type PersonNotice =
  | 'registered'
  | 'taken-in'
  | 'saved'
  | 'role-given'
  | 'role-ended'
  | 'locked'
  | 'unlocked'
  | 'invited'
  | 'withdrawn'
  | 'unbound'
  | 'protected'
  | 'lifted'
  | 'number-saved'
  | 'number-removed'
  | 'death-saved'
  | 'death-taken-back'

export const registerPath = (place: PlaceSlugs) => below(place)
export const newPersonPath = (place: PlaceSlugs) => below(place, 'ny')
export const personPath = (place: PlaceSlugs, id: string, done?: PersonNotice) =>
  `${below(place, id)}${done === undefined ? '' : `?klart=${done}`}`
export const editPersonPath = (place: PlaceSlugs, id: string) => below(place, id, 'uppgifter')
export const giveRolePath = (place: PlaceSlugs, id: string) => below(place, id, 'roller', 'ny')
export const endRolePath = (place: PlaceSlugs, id: string, holding: string) => below(place, id, 'roller', holding)
export const lockPath = (place: PlaceSlugs, id: string) => below(place, id, 'las')
export const unlockPath = (place: PlaceSlugs, id: string) => below(place, id, 'las-upp')
export const invitePath = (place: PlaceSlugs, id: string) => below(place, id, 'bjud-in')
export const withdrawPath = (place: PlaceSlugs, id: string) => below(place, id, 'aterta-inbjudan')
export const unbindPath = (place: PlaceSlugs, id: string, identity: string) =>
  below(place, id, 'kopplingar', identity, 'ta-bort')
export const protectPath = (place: PlaceSlugs, id: string) => below(place, id, 'skydda')
export const liftPath = (place: PlaceSlugs, id: string) => below(place, id, 'upphav-skydd')
export const seeIdentityPath = (place: PlaceSlugs, id: string) => below(place, id, 'visa-skyddat')
export const personalNumberPath = (place: PlaceSlugs, id: string) => below(place, id, 'personnummer')
export const removeNumberPath = (place: PlaceSlugs, id: string) => below(place, id, 'personnummer', 'ta-bort')
export const deathPath = (place: PlaceSlugs, id: string) => below(place, id, 'dodsfall')
export const takeBackDeathPath = (place: PlaceSlugs, id: string) => below(place, id, 'dodsfall', 'ta-tillbaka')
