import { type Day, isoFromDay } from '../kernel/date.ts'
import { inForce } from './compile.ts'
import type { Guideline } from './guideline.ts'
import { issuerKey, issuerName } from './issuer.ts'
import type { PlacedProblem } from './mend.ts'

/** Where a version stands on a day. */
export type Status =
  | { readonly is: 'proposal' }
  /** Adopted, and begins to hold later. */
  | { readonly is: 'coming'; readonly from: Day }
  /** Adopted and in force. */
  | { readonly is: 'adopted' }
  /** A later version by the same issuer holds instead. */
  | { readonly is: 'replaced'; readonly by: string; readonly title: string; readonly from: Day }
  /** Ended, with nothing after it. */
  | { readonly is: 'expired'; readonly on: Day }

/** Returns where a version stands on a day among all versions, as adopted. */
export function statusOn(guideline: Guideline, all: readonly Guideline[], day: Day): Status {
  const { validity } = guideline
  if (guideline.status === 'proposal' || validity === undefined) return { is: 'proposal' }
  if (day < validity.from) return { is: 'coming', from: validity.from }
  if (inForce(all, day).some(({ id }) => id === guideline.id)) return { is: 'adopted' }
  const [next] = adoptedVersions(all, issuerKey(guideline.issuer)).filter(
    (it) => it.id !== guideline.id && it.validity.from >= validity.from && it.validity.from <= day,
  )
  if (next !== undefined) return { is: 'replaced', by: next.id, title: next.title, from: next.validity.from }
  return { is: 'expired', on: validity.until ?? day }
}

/** A version that cannot stand beside another, with the place in its file. */
type VersionProblem = PlacedProblem & { readonly guideline: string; readonly other: string }

/**
 * Returns the adopted versions by the same issuer that overlap: two that begin on the same day, and one that is
 * said to hold after the next has begun. Without an end of its own a version ends where the next begins.
 */
export function versionProblems(guidelines: readonly Guideline[]): readonly VersionProblem[] {
  const issuers = new Map(guidelines.map(({ issuer }) => [issuerKey(issuer), issuer]))
  return [...issuers].flatMap(([key, issuer]) => {
    const versions = adoptedVersions(guidelines, key)
    return versions.flatMap((version, index): readonly VersionProblem[] => {
      const next = versions[index + 1]
      return next === undefined ? [] : problemsBetween(version, next, issuerName(issuer))
    })
  })
}

type Version = Guideline & { readonly validity: NonNullable<Guideline['validity']> }

function problemsBetween(version: Version, next: Version, issuer: string): readonly VersionProblem[] {
  const { from, until } = version.validity
  const begins = isoFromDay(next.validity.from)
  const about = { guideline: version.id, other: next.id }
  if (from === next.validity.from)
    return [
      {
        guideline: next.id,
        other: version.id,
        path: ['validity', 'from'],
        message: `${version.id} by ${issuer} begins on ${begins} too, and on a day one version holds`,
        mend: 'let this one begin on another day, or take one of the two away',
      },
    ]
  if (until === undefined || until <= next.validity.from) return []
  return [
    {
      ...about,
      path: ['validity', 'until'],
      message: `${version.id} by ${issuer} is said to hold until ${isoFromDay(until)}, but ${next.id} begins on ${begins}`,
      mend: `write until: ${begins} in ${version.id}, or take "until" away there: a version ends where the next begins`,
    },
  ]
}

/** In the order in which they begin. */
function adoptedVersions(guidelines: readonly Guideline[], issuer: string): readonly Version[] {
  return guidelines
    .filter(
      (it): it is Version => it.status === 'adopted' && it.validity !== undefined && issuerKey(it.issuer) === issuer,
    )
    .sort((a, b) => a.validity.from - b.validity.from)
}
