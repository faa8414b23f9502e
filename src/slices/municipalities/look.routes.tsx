import { inLook, type Typesetter } from '../../platform/documents/typst.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import type { CheckedFile } from '../../platform/http/upload-check.ts'
import { type FormState, formOf } from '../../ui/index.ts'
import { saveLook } from './look.commands.ts'
import { lookSamplePdf } from './look.pdf.ts'
import { lookPath } from './look.paths.ts'
import { findLook } from './look.store.ts'
import { lookTexts } from './look.texts.ts'
import { LookPage } from './look.views.tsx'

const picture = { kind: 'png', atMost: 200_000 } as const

/** The municipality's look in its documents, and a sample of it. */
export const lookRoutes = [
  get('/installningar/utseende', 'look:edit', (request) => lookPage(request)),
  post('/installningar/utseende', 'look:edit', async (request) => {
    const form = await request.form()
    const logo = await drawn(request, (await request.upload('logo', picture))?.content)
    if (logo && !logo.ok) {
      const message = lookTexts(request.language).errors[logo.fault]
      return lookPage(request, { values: form, errors: [{ field: 'logo', message }] })
    }
    const outcome = await request.run(saveLook, { ...form, logo: logo?.bytes })
    if (outcome.ok) return request.redirect(`${lookPath(request.place)}?sparat=ja`)
    return lookPage(request, refusedForm(form, outcome, lookTexts(request.language).errors), logo !== undefined)
  }),
  get('/installningar/utseende/exempel.pdf', 'look:edit', async (request) => {
    const look = await request.read(findLook)
    const bytes = await lookSamplePdf(request.typesetter, look, sampleOf(request))
    return request.file(bytes, { type: 'application/pdf', name: 'exempel.pdf', inline: true })
  }),
]

/** Returns the typesetter for documents of the municipality that asks: all that it typesets has that municipality's look. */
export async function typesetterInLook({
  typesetter,
  read,
}: Pick<PageRequest, 'typesetter' | 'read'>): Promise<Typesetter> {
  return inLook(typesetter, await read(findLook))
}

/** A file can be a PNG to the letter and hold pixels that no one can draw; then no document could be made any more. */
async function drawn(request: PageRequest, logo: CheckedFile<'png'> | undefined) {
  if (!logo?.ok) return logo
  try {
    await lookSamplePdf(request.typesetter, { logo: { png: logo.bytes, alternative: '?' } }, sampleOf(request))
    return logo
  } catch {
    // The typesetter throws at a picture that it cannot read: there is no other way to ask.
    return { ok: false, fault: 'not-png' } as const
  }
}

function sampleOf({ language, municipality, committee, now }: PageRequest) {
  return {
    language,
    municipality: municipality.name,
    committee: committee.name,
    isDemo: municipality.isDemo,
    createdAt: now,
  }
}

async function lookPage(request: PageRequest, refused?: FormState, isLogoLost = false): Promise<Response> {
  const { language, place } = request
  const { accent = '', logo } = await request.read(findLook)
  return request.page(
    lookTexts(language).title,
    <LookPage
      language={language}
      place={place}
      form={refused ?? formOf({ accent, alternative: logo?.alternative ?? '' })}
      logo={logo?.alternative}
      isLogoLost={isLogoLost}
      isSaved={refused === undefined && request.query('sparat') !== undefined}
    />,
    refused ? 422 : 200,
  )
}
