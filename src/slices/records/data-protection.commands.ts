import { done, type Result, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { dataProtectionForm } from './data-protection.forms.ts'
import { addVersion, listVersions } from './data-protection.store.ts'

/** Saves a new version of the record of processing or the impact assessment. Earlier versions stand. */
export const saveDataProtection = command({
  name: 'records.save-data-protection',
  allow: 'data-protection:edit',
  input: dataProtectionForm,
  run: async (
    { tx, scope, now, note },
    { document, version, answers },
  ): Promise<Result<{ readonly version: number }>> => {
    const [latest] = await listVersions(tx, scope, document)
    if ((latest?.version ?? 0) !== version || scope.personId === undefined) return refuse('data-protection.stale')
    const id = newId()
    const { municipalityId, committeeId, personId: savedById } = scope
    const row = { id, municipalityId, committeeId, document, version: version + 1, answers, savedAt: now, savedById }
    if (!(await addVersion(tx, row))) return refuse('data-protection.stale')
    note({ type: 'data-protection', id }, { document, version: version + 1 })
    return done({ version: version + 1 })
  },
})
