import { NotAllowed } from '../../kernel/errors.ts'
import { done, type Result } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { settingsFor } from '../guidelines/index.ts'
import { basisOf } from './reports.basis.ts'
import { no } from './reports.commands.ts'
import { dissentForm } from './reports.correct.forms.ts'
import { listDissents, removeDissent, saveDissent } from './reports.dissent.store.ts'
import { dissentRefused } from './reports.joint.rules.ts'
import { lockReport } from './reports.draft.store.ts'
import { decideLater } from './reports.guard.later.commands.ts'
import { reportsTexts } from './reports.texts.ts'
import { addVersion, latestOf } from './reports.version.commands.ts'

/**
 * Keeps an author's dissent (avvikande mening). Before the report is final it goes with the report; afterwards it makes a
 * new version that names it. Refused where the guideline gives no room for one.
 */
export const dissentFromReport = command({
  name: 'reports.dissent',
  allow: 'reports:write',
  input: dissentForm,
  run: async (context, { id, text, keep }): Promise<Result<{ readonly id: string; readonly version?: number }>> => {
    const { tx, scope, note } = context
    const { personId = '', today } = scope
    const report = await lockReport(tx, scope, id)
    const author = report.authors.find((it) => it.personId === personId)
    if (author === undefined) throw new NotAllowed('a dissent from a report of others')
    const refused = dissentRefused(await settingsFor(tx, scope, report.visitDay))
    if (refused) return no('reports.no-dissent', refused)
    const former = (await listDissents(tx, scope, id)).find((it) => it.personId === personId)?.text ?? ''
    const isSame = text === former
    const open = await decideLater(context, { report, texts: [{ field: 'text', text, before: former }], keep })
    if (open) return open
    if (report.state === 'draft') {
      if (text === '') await removeDissent(tx, id, personId)
      else if (!isSame) await saveDissent(tx, scope, id, { personId, text, day: today })
      note({ type: 'report', id }, { dissent: text !== '' })
      return done({ id })
    }
    if (text === '') return no('reports.dissent-missing', {}, 'text')
    const latest = await latestOf(context, report)
    if ('ok' in latest) return latest
    if (isSame) {
      note({ type: 'report', id }, { version: latest.version, again: true })
      return done({ id, version: latest.version })
    }
    await saveDissent(tx, scope, id, { personId, text, day: today })
    const texts = reportsTexts('sv')
    const version = await addVersion(context, {
      report,
      latest,
      basis: await basisOf(tx, scope, report.visitId, 'sv'),
      changes: {},
      made: { kind: 'dissent', why: texts.dissentAdded(author.name), changed: [texts.dissent] },
    })
    note({ type: 'report', id }, { version, dissent: true })
    return done({ id, version })
  },
})
