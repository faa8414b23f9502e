import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import { inStockholm } from '../../kernel/instant.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { may, type PersonScope } from '../../platform/scope.ts'
import { emptyForm, formatDay, type FormState } from '../../ui/index.ts'
import { attachmentPath, attachmentsPath, removeAttachmentPath } from './reports.attachments.paths.ts'
import { attachmentDetail, kindName, largestAttachment, mostAttachments } from './reports.attachments.rules.ts'
import { allowedKinds, type AttachmentRow, listAttachments } from './reports.attachments.store.ts'
import { attachmentTexts } from './reports.attachments.texts.ts'
import { inCheck } from './reports.check.basis.ts'
import type { FrozenReport } from './reports.document.store.ts'
import { reportDraftPath } from './reports.paths.ts'
import { mayWriteReport } from './reports.rules.ts'
import type { ReportRow } from './reports.store.ts'
import type { AttachmentsLinkProps, AttachmentsPage, ShownAttachment } from './reports-attachments.views.tsx'

type On = { readonly language: Language; readonly place: PlaceSlugs }

/** Returns the page of a draft's files, or undefined where the municipality has none and the draft carries none. */
export async function attachmentsPage(
  tx: ReadTx,
  scope: PersonScope,
  report: ReportRow,
  { language, place, form = emptyForm }: On & { readonly form?: FormState },
): Promise<AttachmentsPage | undefined> {
  const kinds = await allowedKinds(tx)
  const files = await listAttachments(tx, scope, report.id)
  if (kinds.length === 0 && files.length === 0) return undefined
  const texts = attachmentTexts(language)
  const authorIds = report.authors.map(({ personId }) => personId)
  const writes =
    may(scope, 'reports:write') &&
    mayWriteReport(scope, { state: report.state, authorIds, unitIds: [] }) &&
    (await inCheck(tx, scope, report)) === undefined
  const { list } = wordsOf(language)
  const isFull = files.length >= mostAttachments
  return {
    language,
    title: texts.titleOf(list(report.units.map(({ name }) => name))),
    files: files.map((file) => ({
      ...shown(file, report.id, { language, place }),
      added: texts.addedBy(file.addedBy, formatDay(inStockholm(file.addedAt).day, language)),
      removeHref: writes ? removeAttachmentPath(place, report.id, file.id) : undefined,
    })),
    add:
      writes && kinds.length > 0 && !isFull
        ? {
            action: attachmentsPath(place, report.id),
            hint: texts.kinds(
              wordsOf(language).either(kinds.map(kindName)),
              `${largestAttachment / 1024 / 1024} MB`,
              mostAttachments,
            ),
            accept: kinds.join(','),
          }
        : undefined,
    isFull: writes && isFull,
    backHref: reportDraftPath(place, report.id),
    form,
  }
}

/** Returns the draft's way to its files; undefined where the municipality has none and the draft carries none. */
export async function attachmentsLink(
  tx: ReadTx,
  scope: PersonScope,
  reportId: string,
  { language, place }: On,
): Promise<AttachmentsLinkProps | undefined> {
  const count = (await listAttachments(tx, scope, reportId)).length
  if (count === 0 && (await allowedKinds(tx)).length === 0) return undefined
  return { language, href: attachmentsPath(place, reportId), count }
}

/** Returns the files of a final report as its page shows them. */
export function frozenAttachments(
  { attachments }: Pick<FrozenReport, 'attachments'>,
  reportId: string,
  on: On,
): readonly ShownAttachment[] {
  return attachments.map((file) => shown(file, reportId, on))
}

type Described = Pick<AttachmentRow, 'id' | 'name' | 'mediaType' | 'size' | 'sha256'>

function shown(file: Described, reportId: string, { language, place }: On): ShownAttachment {
  const { id, name, sha256 } = file
  return { id, name, sha256, href: attachmentPath(place, reportId, id), detail: attachmentDetail(file, language) }
}
