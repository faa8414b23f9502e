import { NotAllowed } from '../../kernel/errors.ts'
import { done } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { settingsFor } from '../guidelines/index.ts'
import { no } from './reports.commands.ts'
import { lateSignatureForm } from './reports.correct.forms.ts'
import { listDissents } from './reports.dissent.store.ts'
import { lockReport, signAs } from './reports.draft.store.ts'
import { lastDayToSign, maySignLate } from './reports.joint.rules.ts'
import { latestOf } from './reports.version.commands.ts'

/**
 * Signs a report that became final without the author's signature: a missing one delays nothing, and can be added until
 * the guideline's day. What was frozen stays as it was.
 */
export const signLate = command({
  name: 'reports.sign-late',
  allow: 'reports:write',
  input: lateSignatureForm,
  run: async (context, { id }) => {
    const { tx, scope, now, note } = context
    const report = await lockReport(tx, scope, id)
    const latest = await latestOf(context, report)
    if ('ok' in latest) return latest
    const author = report.authors.find(({ personId }) => personId === scope.personId)
    const lastDay = lastDayToSign(await settingsFor(tx, scope, report.visitDay), report.finalDay ?? scope.today)
    const dissenting = (await listDissents(tx, scope, id)).map(({ personId }) => personId)
    const may = maySignLate(author, { signatories: latest.signatories, dissenting, lastDay, today: scope.today })
    if (may === 'not-asked') throw new NotAllowed('signing a report that does not ask for it')
    if (may === 'too-late') return no('reports.signature-too-late')
    if (may === 'yes') await signAs(tx, id, scope.personId ?? '', { at: now })
    note({ type: 'report', id }, { signedLate: may === 'yes' })
    return done({ id })
  },
})
