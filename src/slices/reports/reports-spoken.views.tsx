import type { Language } from '../../kernel/language.ts'
import { Actions, ButtonLink, Note, Section } from '../../ui/index.ts'
import { spokenLinkTexts } from './reports.spoken.texts.ts'

type Props = { readonly language: Language; readonly href: string | undefined }

/** For the secretary: the way to note what was said of the visit at a meeting. Nothing for others. */
export function NoteSpoken({ language, href }: Props) {
  if (href === undefined) return null
  const texts = spokenLinkTexts(language)
  return (
    <Section heading={texts.heading}>
      <Note>{texts.lead}</Note>
      <Actions>
        <ButtonLink href={href} tone="secondary">
          {texts.note}
        </ButtonLink>
      </Actions>
    </Section>
  )
}
