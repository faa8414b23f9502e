import { inStockholm } from '../../kernel/instant.ts'
import { textTag } from '../../kernel/text-tag.ts'
import { type PageRequest, post } from '../../platform/http/page.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { formatTimeOfDay, renderPart } from '../../ui/index.ts'
import { saveField } from './reports.commands.ts'
import { writersOf } from './reports.draft.store.ts'
import { linesOf } from './reports.forms.ts'
import { errorsOf } from './reports.page.ts'
import { OthersText } from './reports-autosave.views.tsx'

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
    const savedAt = formatTimeOfDay(inStockholm(now).time, language)
    if (savedByOther === undefined) {
      // Where somebody else's text stands and this brought nothing new, the page has not seen what is saved.
      return request.json({ savedAt, ...(tag === textTag(linesOf(text)) && { tag }) })
    }
    const by = await writerOf(request, field)
    const beside = renderPart(
      <OthersText
        language={language}
        field={field}
        text={savedByOther}
        by={by?.isOneself ? 'oneself' : by?.name}
        at={by && formatTimeOfDay(inStockholm(by.changedAt).time, language)}
      />,
    )
    return request.json({ savedAt, tag, savedByOther, by: by?.name, beside })
  }),
]

/** Returns who wrote last in the field, and when. */
async function writerOf(request: PageRequest, field: string) {
  const { scope } = request
  const writers = await request.read((tx) => writersOf(tx, scope, request.id()))
  const writer = writers.find((it) => it.field === field)
  return writer && { ...writer, isOneself: writer.personId === scope.personId }
}
