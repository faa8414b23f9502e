import { publicGet, type PublicRequest, type PublicRoute } from '../../platform/http/public.ts'
import { Heading, Lead, Paragraph, Section } from '../../ui/index.ts'
import { getMunicipality } from './municipalities.store.ts'
import { informationParts, municipalitiesTexts } from './municipalities.texts.ts'

type Part = { readonly heading: string; readonly paragraphs: readonly string[] }
/** What later slices know of the personal data that are really there. */
type PersonalData = (request: PublicRequest, municipalityId: string) => Promise<readonly Part[]>

/** Returns what everybody may read: the accessibility statement (DOS-lagen 13 §), personal data, help. */
export const municipalitiesRoutes = (personalData: PersonalData): readonly PublicRoute[] => [
  publicGet('/:municipality/tillganglighet', (request) => informationPage(request, 'accessibility')),
  publicGet('/:municipality/om-personuppgifter', async (request) => {
    const { id } = await request.municipality()
    return informationPage(request, 'personalData', await personalData(request, id))
  }),
  publicGet('/:municipality/hjalp', (request) => informationPage(request, 'help')),
]

async function informationPage(
  request: PublicRequest,
  which: 'accessibility' | 'personalData' | 'help',
  given?: readonly Part[],
) {
  const municipality = await request.municipality()
  const { functionAddress } = await request.read({ municipalityId: municipality.id }, (tx) =>
    getMunicipality(tx, municipality.id),
  )
  const texts = municipalitiesTexts(request.language)
  const parts = given ?? (which === 'personalData' ? [] : informationParts(request.language, functionAddress)[which])
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
