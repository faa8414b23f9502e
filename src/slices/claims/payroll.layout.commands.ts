import { z } from 'zod'
import { done, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { payrollLayoutSchema } from './payroll.layout.export.ts'
import { addLayout, dropLayout, getLayout, isNameTaken, putLayout } from './payroll.layout.store.ts'
import { payrollSettingsForm } from './payroll.settings.forms.ts'
import { putPayrollSettings } from './payroll.settings.store.ts'

const version = z.coerce.number('unreadable').int('unreadable').min(0, 'unreadable')

/** Keeps a layout of the payroll file, a new one or in place of the version that was seen. */
export const savePayrollLayout = command({
  name: 'claims.save-payroll-layout',
  allow: 'claims:set-up',
  input: z.strictObject({ id: z.uuid('unreadable').optional(), version, layout: payrollLayoutSchema }),
  run: async ({ tx, scope, now, note }, { id, version: seen, layout }) => {
    if (await isNameTaken(tx, layout.name, id)) return refuse('claims.layout-name-taken', {}, 'name')
    const saved = { layout, by: scope.personId ?? '', at: now }
    if (id !== undefined) await getLayout(tx, id)
    const kept = id ?? (await addLayout(tx, scope.municipalityId, saved))
    if (id !== undefined && !(await putLayout(tx, id, seen, saved))) return refuse('claims.layout-stale')
    note({ type: 'payroll-layout', id: kept }, { name: layout.name, layout })
    return done({ id: kept })
  },
})

/** Takes a layout away. Batches stay, and can be had in the other layouts. */
export const removePayrollLayout = command({
  name: 'claims.remove-payroll-layout',
  allow: 'claims:set-up',
  input: z.strictObject({ id: z.uuid('unreadable'), version }),
  run: async ({ tx, note }, { id, version: seen }) => {
    const { layout } = await getLayout(tx, id)
    if (!(await dropLayout(tx, id, seen))) return refuse('claims.layout-stale')
    note({ type: 'payroll-layout', id }, { name: layout.name })
    return done({})
  },
})

/** Keeps what the municipality has set for PAXml. It holds for files made from now on, of earlier batches too. */
export const savePayrollSettings = command({
  name: 'claims.save-payroll-settings',
  allow: 'claims:set-up',
  input: payrollSettingsForm,
  run: async ({ tx, scope, now, note }, { version: seen, ...settings }) => {
    const saved = { settings, by: scope.personId ?? '', at: now }
    const id = await putPayrollSettings(tx, scope.municipalityId, seen, saved)
    if (id === undefined) return refuse('claims.layout-stale')
    note({ type: 'payroll-setting', id }, settings)
    return done({})
  },
})
