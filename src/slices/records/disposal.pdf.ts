import { formatInstant, type Instant } from '../../kernel/instant.ts'
import { longDay } from '../../platform/documents/day-text.ts'
import { officialPageData } from '../../platform/documents/official-page.typ.ts'
import type { Typesetter } from '../../platform/documents/typst.ts'
import { inStockholm } from '../../kernel/instant.ts'
import type { Day } from '../../kernel/date.ts'
import { disposalTemplate } from './disposal.typ.ts'
import { tallied } from './retention.rules.ts'
import { retentionTexts } from './retention.texts.ts'

export type DisposalRecord = {
  readonly municipality: string
  readonly committee: string
  readonly isDemo: boolean
  readonly proposed: { readonly at: Instant; readonly by: string }
  readonly decided: { readonly at: Instant; readonly by: string }
  readonly items: readonly {
    readonly kind: string
    readonly title: string
    readonly day: Day
    /** What was decided, in words. */
    readonly ground: string
  }[]
}

/** Returns the record of disposal (gallringsprotokoll) in Swedish, with every document by its title. The same record gives the same bytes. */
export function disposalPdf(typesetter: Typesetter, record: DisposalRecord): Promise<Uint8Array> {
  const texts = retentionTexts('sv')
  const { printed } = texts
  const title = printed.title(longDay(inStockholm(record.decided.at).day, 'sv'))
  const groups = tallied(record.items)
  const said = ({ at, by }: DisposalRecord['proposed']) => texts.byWhom(formatInstant(at, 'sv'), by)
  return typesetter.typeset({
    template: disposalTemplate,
    data: {
      page: officialPageData({
        organisation: record.municipality,
        body: record.committee,
        kind: printed.kind,
        reference: '',
        marks: record.isDemo ? [printed.fictional] : [],
        pageLabels: { page: printed.page, of: printed.of },
      }),
      title,
      facts: [
        { label: texts.proposedBy, value: said(record.proposed) },
        { label: texts.decidedBy.done, value: said(record.decided) },
        { label: texts.total, value: String(record.items.length) },
      ],
      summary: {
        heading: texts.summaryDone,
        columns: [texts.columns.kind, texts.count, texts.oldest, texts.newest, printed.ground],
        rows: groups.map(({ kind, count, oldest, newest, items }) => [
          texts.kinds[kind],
          String(count),
          longDay(oldest, 'sv'),
          longDay(newest, 'sv'),
          [...new Set(items.map(({ ground }) => ground))].join('; '),
        ]),
      },
      listHeading: printed.list,
      groups: groups.map(({ kind, items }) => ({
        heading: texts.kinds[kind],
        columns: [texts.columns.document, texts.columns.day],
        rows: items.map(({ title: named, day }) => [named, longDay(day, 'sv')]),
      })),
    },
    title,
    language: 'sv',
    createdAt: record.decided.at,
  })
}
