import { wordsOf } from '../../engine/rules/words.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import { may, type Scope } from '../../platform/scope.ts'
import { formatDay } from '../../ui/index.ts'
import { checkPath } from './reports.check.paths.ts'
import { versionPath } from './reports.correct.paths.ts'
import type { RegisterRow } from './reports.register-list.store.ts'
import { registerTexts } from './reports.register-list.texts.ts'

export type RegisterLine = {
  readonly key: string
  readonly number: string
  readonly day: string
  readonly sender: string
  readonly receivers: string
  readonly subject: string
  readonly mark: string
  readonly isMarked: boolean
  /** Absent for what left the authority, for those who cannot read the draft. */
  readonly href: string | undefined
}

type On = { readonly language: Language; readonly place: PlaceSlugs }

/**
 * Returns a row of the register as the one who asks may read it. Of a report that is marked as secret the register shows its
 * number, its date and the mark; sender, receivers and subject could tell what is secret (OSL 5 kap. 2 § andra stycket).
 */
export function registerLine(row: RegisterRow, scope: Scope, { language, place }: On): RegisterLine {
  const texts = registerTexts(language)
  const isOpen = !row.isSecret || row.isAuthor || may(scope, 'reports:read-restricted')
  return {
    key: row.checkId ?? `${row.reportId} ${row.version}`,
    number:
      row.checkId !== null
        ? texts.dispatched(row.number)
        : row.version === 1
          ? row.number
          : texts.version(row.number, row.version),
    day: formatDay(row.day, language),
    sender: isOpen ? wordsOf(language).list(row.senders) : texts.withheld,
    receivers: isOpen ? row.receivers.join('; ') : texts.withheld,
    subject: isOpen ? row.subject : texts.secretSubject,
    mark: row.marks.length === 0 ? texts.noMark : texts.marked(row.marks.join('; ')),
    isMarked: row.marks.length > 0,
    href:
      row.checkId === null
        ? versionPath(place, row.reportId, row.version)
        : row.isAuthor || scope.roles.includes('secretary')
          ? checkPath(place, row.reportId)
          : undefined,
  }
}
