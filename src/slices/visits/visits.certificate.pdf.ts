import { isoTimeOfDay, type Minutes } from '../../kernel/clock-time.ts'
import type { Day } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { longDay } from '../../platform/documents/day-text.ts'
import { officialPageData } from '../../platform/documents/official-page.typ.ts'
import type { Typesetter } from '../../platform/documents/typst.ts'
import { certificateTexts } from './visits.certificate-texts.ts'
import { certificateTemplate } from './visits.certificate.typ.ts'

/** What the certificate says: who, where elected, when. Nothing about the visit: where it went and what was said is not the employer's. */
export type Certificate = {
  readonly language: Language
  readonly municipality: string
  readonly committee: string
  readonly name: string
  readonly day: Day
  readonly start: Minutes
  readonly end: Minutes
  readonly issued: Day
  /** The municipality's function address, where an employer can ask. */
  readonly contact: string
  readonly createdAt: Instant
  /** Marks that must not be missed, such as "Fiktiva uppgifter". */
  readonly marks: readonly string[]
}

/**
 * Returns the certificate that an elected representative shows an employer, as a tagged PDF/A-2a: the right to leave is
 * that of kommunallagen (2017:725) 4 kap. 11 §. The same certificate gives the same bytes.
 */
export function certificatePdf(typesetter: Typesetter, certificate: Certificate): Promise<Uint8Array> {
  const { language, municipality, committee, name, day, start, end, issued, contact, createdAt, marks } = certificate
  const texts = certificateTexts(language)
  return typesetter.typeset({
    template: certificateTemplate,
    data: {
      page: officialPageData({
        organisation: municipality,
        body: committee,
        kind: texts.kind,
        reference: '',
        marks,
        pageLabels: { page: texts.page, of: texts.of },
      }),
      title: texts.title,
      statement: texts.statement(name, committee, municipality),
      facts: [
        { label: texts.name, value: name },
        { label: texts.municipality, value: municipality },
        { label: texts.committee, value: committee },
        { label: texts.day, value: longDay(day, language) },
        { label: texts.time, value: texts.range(isoTimeOfDay(start), isoTimeOfDay(end)) },
        { label: texts.issued, value: longDay(issued, language) },
        { label: texts.contact, value: contact },
      ],
      notes: [texts.travel, texts.noted, texts.law],
    },
    title: texts.title,
    language,
    createdAt,
  })
}
