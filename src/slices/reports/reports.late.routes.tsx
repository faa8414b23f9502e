import { post } from '../../platform/http/page.ts'
import { isBadInput } from '../../platform/command.ts'
import { NotFound } from '../../kernel/errors.ts'
import { remindNow } from './reports.late.commands.ts'
import type { LateNotice } from './reports.late.page.ts'
import { reportsPath } from './reports.paths.ts'

/** The secretary reminds those who owe a report. */
export const lateRoutes = [
  post('/rapporter/besok/:visitId/paminnelse', 'reports:register', async (request) => {
    const { publicUrl } = request
    const outcome = await request.run(remindNow, { visitId: request.id('visitId'), publicUrl })
    if (isBadInput(outcome)) throw new NotFound('visit')
    const notice: LateNotice = outcome.ok ? 'skickad' : outcome.code === 'reports.reminded-today' ? 'redan' : 'ingen'
    return request.redirect(`${reportsPath(request.place)}?paminnelse=${notice}#saknas`)
  }),
]
