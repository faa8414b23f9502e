import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

/** What a page has to tell of what was just done. With the version that came of it, it can be undone while that is the last. */
export type Done = {
  readonly what: 'saved' | 'removed' | 'undone' | 'put-back' | 'begun' | 'deleted' | 'added'
  readonly version?: number
}

const draft = (place: PlaceSlugs, id: string, ...more: readonly (string | number)[]) =>
  placePath(place, 'riktlinje', 'utkast', id, ...more)

const asked = (done: Done | undefined) => ({ klart: done?.what, version: done?.version })

export const draftsPath = (place: PlaceSlugs, done?: Done) =>
  withQuery(placePath(place, 'riktlinje', 'utkast'), asked(done))
export const newDraftPath = (place: PlaceSlugs) => placePath(place, 'riktlinje', 'utkast', 'nytt')
export const draftPath = (place: PlaceSlugs, id: string, done?: Done) => withQuery(draft(place, id), asked(done))
export const draftFilePath = (place: PlaceSlugs, id: string) => draft(place, id, 'fil')
export const putBackPath = (place: PlaceSlugs, id: string) => draft(place, id, 'lagg-tillbaka')
export const undoPath = (place: PlaceSlugs, id: string) => draft(place, id, 'angra')
export const proposePath = (place: PlaceSlugs, id: string) => draft(place, id, 'forslag')
export const deleteDraftPath = (place: PlaceSlugs, id: string) => draft(place, id, 'borttagning')
export const aboutPath = (place: PlaceSlugs, id: string, done?: Done) => withQuery(draft(place, id, 'om'), asked(done))
export const familyPath = (place: PlaceSlugs, id: string, family: string, done?: Done) =>
  withQuery(draft(place, id, 'del', family), asked(done))
export const newRulePath = (place: PlaceSlugs, id: string, kind: string) => draft(place, id, 'ny-regel', kind)
/** Rules and their changes are numbered from 1, as they stand in the file. */
export const rulePath = (place: PlaceSlugs, id: string, rule: number, done?: Done) =>
  withQuery(draft(place, id, 'regel', rule), asked(done))
export const takeRulePath = (place: PlaceSlugs, id: string, rule: number) =>
  draft(place, id, 'regel', rule, 'borttagning')
export const newChangePath = (place: PlaceSlugs, id: string, rule: number) =>
  draft(place, id, 'regel', rule, 'ny-andring')
export const changePath = (place: PlaceSlugs, id: string, rule: number, change: number, done?: Done) =>
  withQuery(draft(place, id, 'regel', rule, 'andring', change), asked(done))
export const takeChangePath = (place: PlaceSlugs, id: string, rule: number, change: number) =>
  draft(place, id, 'regel', rule, 'andring', change, 'borttagning')
export const takeQuestionPath = (place: PlaceSlugs, id: string, question: number) =>
  draft(place, id, 'fraga', question, 'borttagning')
