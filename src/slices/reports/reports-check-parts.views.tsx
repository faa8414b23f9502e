import type { Language } from '../../kernel/language.ts'
import { Note, Paragraph, Section, WrittenText } from '../../ui/index.ts'
import type { ItemAnswer, SentItem } from './reports.check.rules.ts'
import { checkTexts } from './reports.check.texts.ts'

/** What was sent, text by text. */
export function SentItems({ items }: { readonly items: readonly SentItem[] }) {
  return (
    <>
      {items.map(({ field, heading, text }) => (
        <Section key={field} heading={heading} level={3}>
          <WrittenText>{text}</WrittenText>
        </Section>
      ))}
    </>
  )
}

/** What one manager has answered. */
export type Reply = {
  readonly heading: string
  readonly name: string
  /** By phone, and registered by whom. */
  readonly registered: string | undefined
  readonly comment: string
  readonly answers: readonly ItemAnswer[]
}

type ReplyProps = { readonly language: Language; readonly reply: Reply; readonly items: readonly SentItem[] }

/** What one manager has said, with the texts that it is about. */
export function ReplyPart({ language, reply, items }: ReplyProps) {
  const texts = checkTexts(language)
  const said = new Map(reply.answers.map((answer) => [answer.field, answer]))
  const wrong = items.flatMap(({ field, heading }) => {
    const answer = said.get(field)
    return answer?.verdict === 'wrong' ? [{ field, heading, text: answer.text }] : []
  })
  return (
    <Section heading={reply.heading}>
      {reply.registered && <Note>{reply.registered}</Note>}
      {wrong.map(({ field, heading, text }) => (
        <Section key={field} heading={texts.aboutText(heading)} level={3}>
          <WrittenText>{text}</WrittenText>
        </Section>
      ))}
      {reply.comment === '' ? (
        wrong.length === 0 && <Paragraph>{texts.noRemarks}</Paragraph>
      ) : (
        <WrittenText>{reply.comment}</WrittenText>
      )}
    </Section>
  )
}
