import { publicGet, type PublicRequest } from '../../platform/http/public.ts'
import { Heading, Lead, Paragraph, Section } from '../../ui/index.ts'
import { getMunicipality } from './municipalities.store.ts'
import { informationParts, municipalitiesTexts } from './municipalities.texts.ts'

/** What everybody may read: the accessibility statement (DOS-lagen 13 §), personal data, help. */
export const municipalitiesRoutes = [
  publicGet('/:municipality/tillganglighet', (request) => informationPage(request, 'accessibility')),
  publicGet('/:municipality/om-personuppgifter', (request) => informationPage(request, 'personalData')),
  publicGet('/:municipality/hjalp', (request) => informationPage(request, 'help')),
]

async function informationPage(request: PublicRequest, which: 'accessibility' | 'personalData' | 'help') {
  const municipality = await request.municipality()
  const { functionAddress } = await request.read({ municipalityId: municipality.id }, (tx) =>
    getMunicipality(tx, municipality.id),
  )
  const texts = municipalitiesTexts(request.language)
  const parts = informationParts(request.language, functionAddress)[which]
  const title = texts[`${which}Title`]
  return request.page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <Lead>{texts[`${which}Lead`](municipality.name)}</Lead>
      {parts.map(({ heading, paragraphs }) => (
        <Section key={heading} heading={heading}>
          {paragraphs.map((paragraph) => (
            <Paragraph key={paragraph}>{paragraph}</Paragraph>
          ))}
        </Section>
      ))}
    </>,
    { municipality },
  )
}
