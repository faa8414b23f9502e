import { wordsOf } from '../../engine/rules/words.ts'
import type { Language } from '../../kernel/language.ts'
import { formatDay, Note, Paragraph, Section, WrittenText } from '../../ui/index.ts'
import { onBehalfTexts } from '../people/index.ts'
import { checkTexts } from './reports.check.texts.ts'
import type { FrozenReport } from './reports.document.store.ts'

type Props = { readonly language: Language; readonly checked: FrozenReport['checked'] }

/** What the managers said of the draft, as far as it follows the final report. Nothing where they were not asked. */
export function CheckedPart({ language, checked }: Props) {
  if (checked === undefined) return null
  const texts = checkTexts(language)
  const units = (names: readonly string[]) => wordsOf(language).list(names)
  return (
    <Section heading={texts.withReport}>
      <Note>{texts.withReportOn(formatDay(checked.sentOn, language))}</Note>
      {checked.replies.map((reply) => (
        <Section
          key={reply.by}
          heading={texts.answeredOn(`${reply.by} (${units(reply.units)})`, formatDay(reply.answeredOn, language))}
          level={3}
        >
          {reply.registered && (
            <Note>{onBehalfTexts(language).byOn(reply.registered.by, reply.registered.calledOn)}</Note>
          )}
          {reply.wrong.map(({ heading, said }) => (
            <Section key={heading} heading={texts.aboutText(heading)} level={4}>
              <WrittenText>{said}</WrittenText>
            </Section>
          ))}
          {reply.comment !== '' && <WrittenText>{reply.comment}</WrittenText>}
          {reply.comment === '' && reply.wrong.length === 0 && <Paragraph>{texts.noRemarks}</Paragraph>}
        </Section>
      ))}
      {checked.silent.length > 0 && (
        <Paragraph>{texts.noReply(units(checked.silent), formatDay(checked.lastDay, language))}</Paragraph>
      )}
    </Section>
  )
}
