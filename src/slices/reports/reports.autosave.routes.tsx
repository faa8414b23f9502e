import { inStockholm } from '../../kernel/instant.ts'
import { textTag } from '../../kernel/text-tag.ts'
import { type PageRequest, post } from '../../platform/http/page.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { formatTimeOfDay, renderPart } from '../../ui/index.ts'
import { saveField } from './reports.commands.ts'
import { writersOf } from './reports.draft.store.ts'
import { linesOf } from './reports.forms.ts'
import { errorsOf } from './reports.page.ts'
import { besideTexts } from './reports.writing.page.ts'
import { OtherText } from './reports-writing.views.tsx'
import { GuardNotes } from './reports-guard.views.tsx'
import { draftGuard } from './reports.guard.page.ts'
import { getReport } from './reports.store.ts'
import { basisOf } from './reports.basis.ts'

/** What the page's script saves while somebody writes, and is answered in JSON. */
export const autosaveRoutes = [
  post('/rapporter/:id/falt', 'reports:write', async (request) => {
    const { language, now } = request
    const form = await request.form()
    const [field, text] = [fieldText(form, 'field'), fieldText(form, 'text')]
    const outcome = await request.run(saveField, { ...form, id: request.id() })
    if (!outcome.ok) {
      const message = errorsOf(outcome, language).map((error) => error.message)
      return request.json({ message: [...new Set(message)].join(' ') }, 422)
    }
    const { tag, savedByOther } = outcome.value
    const { guard, beside } = await shownAt(request, { field, text, savedByOther })
    const savedAt = formatTimeOfDay(inStockholm(now).time, language)
    if (savedByOther !== undefined)
      return request.json({ savedAt, tag, savedByOther, by: beside.by, beside: beside.html, guard })
    // Where somebody else's text stands and this brought nothing new, the page has not seen what is saved.
    return request.json({ savedAt, guard, ...(tag === textTag(linesOf(text)) && { tag }) })
  }),
]

type Stored = { readonly field: string; readonly text: string; readonly savedByOther: string | undefined }

/** Returns what the page shows at the field now: what the guard sees in the text, and what another has saved there. */
async function shownAt(request: PageRequest, { field, text, savedByOther }: Stored) {
  const { scope, language, place, person } = request
  return request.read(async (tx) => {
    const report = await getReport(tx, scope, request.id())
    const asking = { language, place, personId: person.id }
    const { notes } = await draftGuard(tx, scope, report, asking, new Map([[field, linesOf(text)]]))
    const guard = renderPart(<GuardNotes language={language} notes={notes.get(field)} />)
    if (savedByOther === undefined) return { guard, beside: {} }
    const { guide } = await basisOf(tx, scope, report.visitId, language)
    const writers = await writersOf(tx, scope, report.id)
    const shown = { fields: new Map([[field, savedByOther]]), kept: new Map([[field, text]]), writers }
    const other = besideTexts(shown, guide, language)[field]
    const html = renderPart(<OtherText language={language} field={field} beside={other} />)
    return { guard, beside: { by: other?.by?.name, html } }
  })
}
