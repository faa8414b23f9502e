import type { Language } from '../../kernel/language.ts'
import { Card, CardGrid, Heading, Lead, Paragraph } from '../../ui/index.ts'
import type { AdministrationSubject } from './administration.page.ts'
import { administrationTexts } from './administration.texts.ts'

type AdministrationProps = {
  readonly language: Language
  readonly subjects: readonly { readonly name: AdministrationSubject['name']; readonly href: string }[]
}

/** The administration's subjects that the person may open, each with what it is for. */
export function AdministrationPage({ language, subjects }: AdministrationProps) {
  const texts = administrationTexts(language)
  return (
    <>
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      <CardGrid>
        {subjects.map(({ name, href }) => (
          <Card key={name} level={2} heading={texts.names[name]} href={href}>
            <Paragraph>{texts.abouts[name]}</Paragraph>
          </Card>
        ))}
      </CardGrid>
    </>
  )
}
