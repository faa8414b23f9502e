import { Worker } from 'node:worker_threads'
import type { Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { fontCoverage, readFonts } from './fonts.ts'
import { printableData, printableText } from './printable.ts'

/** Plain data for a template; it reaches Typst as JSON and is never read as markup. */
export type TemplateData =
  | string
  | number
  | boolean
  | null
  | readonly TemplateData[]
  | { readonly [key: string]: TemplateData | undefined }

export type TypesetRequest = {
  /** Typst source of the body. It finds the caller's data in `data`; title, language and fonts are set already. */
  readonly template: string
  readonly data: TemplateData
  readonly title: string
  readonly language: Language
  /** The file's creation time. Same request, same bytes. */
  readonly createdAt: Instant
  /** `a-2a` unless given; `a-3a` is for files that carry attachments. */
  readonly standard?: 'a-2a' | 'a-3a'
  /** How the official page looks; our own colour and no picture unless given. */
  readonly look?: DocumentLook | undefined
}

/** What a municipality's documents have of their own. */
export type DocumentLook = {
  /** The colour of headings and lines as `#rrggbb`. */
  readonly accent?: string | undefined
  /** A coat of arms or logo, with what it is called for those who listen. */
  readonly logo?: { readonly png: Uint8Array; readonly alternative: string } | undefined
}

export type Typesetter = {
  /**
   * Returns a tagged file with embedded fonts that is PDF/A (ISO 19005-2 or -3, level a) and PDF/UA-1 (ISO 14289-1) in
   * one, after Typst's own checks for both. Rejects with an `Error` that names the fault when the template is wrong:
   * a missing title, an image without a text alternative, a skipped heading level.
   */
  readonly typeset: (request: TypesetRequest) => Promise<Uint8Array>
  /** Stops the thread; a later `typeset` starts it again. */
  readonly close: () => Promise<void>
}

/** What the thread is asked for; it answers with the same `id`. */
export type TypesetJob = {
  readonly id: number
  readonly source: string
  readonly inputs: Readonly<Record<string, string>>
  readonly standard: string
  readonly logo: Uint8Array | undefined
  readonly creationTimestamp: number
}
export type TypesetAnswer = { readonly id: number } & ({ readonly pdf: Uint8Array } | { readonly fault: string })

type Waiting = { readonly resolve: (pdf: Uint8Array) => void; readonly reject: (fault: Error) => void }

/**
 * Returns a typesetter with one compiler in one thread of its own, started at the first request: a report
 * takes tens of milliseconds, and the server answers others meanwhile. An idle thread does not keep the
 * process alive. `fonts` are TrueType files; the first family is the text's, the others fill its gaps.
 */
export function createTypesetter(options: { readonly fonts?: readonly URL[] } = {}): Typesetter {
  const fonts = readFonts(options.fonts)
  const covers = fontCoverage(fonts)
  const preamble = preambleFor([...new Set(fonts.map((font) => font.family))])
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let lastId = 0

  const start = (): Worker => {
    const started = new Worker(workerUrl, { workerData: { fonts: fonts.map((font) => font.bytes) } })
    started.on('message', (answer: TypesetAnswer) => {
      const asked = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (waiting.size === 0) started.unref()
      if ('pdf' in answer) asked?.resolve(answer.pdf)
      else asked?.reject(new Error(`The document could not be typeset: ${answer.fault}`))
    })
    const failAll = (cause: unknown) => {
      if (worker === started) worker = undefined
      for (const { reject } of waiting.values()) reject(new Error('The typesetting thread stopped', { cause }))
      waiting.clear()
    }
    started.on('error', failAll)
    started.on('exit', failAll)
    return started
  }

  return {
    typeset: (request) =>
      new Promise((resolve, reject) => {
        worker ??= start()
        const id = ++lastId
        waiting.set(id, { resolve, reject })
        worker.ref()
        const job: TypesetJob = {
          id,
          source: `${preamble}\n${request.template}`,
          inputs: {
            data: JSON.stringify(printableData(request.data, covers)),
            // A title is one line, shown in a window's frame: it has no places to break.
            title: printableText(request.title, covers).replaceAll('\u200b', '').replace(/\s+/g, ' '),
            look: JSON.stringify({
              accent: request.look?.accent ?? '',
              logo: printableText(request.look?.logo?.alternative ?? '', covers),
            }),
            language: request.language,
            region: regions[request.language],
          },
          standard: request.standard ?? 'a-2a',
          logo: request.look?.logo?.png,
          creationTimestamp: Math.floor(request.createdAt / 1000),
        }
        worker.postMessage(job)
      }),
    close: async () => {
      const running = worker
      worker = undefined
      await running?.terminate()
    },
  }
}

/** Returns the typesetter for one municipality's documents: all that it typesets has that look. */
export function inLook(typesetter: Typesetter, look: DocumentLook): Typesetter {
  return { ...typesetter, typeset: (request) => typesetter.typeset({ ...request, look }) }
}

/** Beside this file as source, and beside the bundle once built: the build makes `typst.worker.js` an entry of its own. */
const workerUrl = new URL(import.meta.url.endsWith('.ts') ? './typst.worker.ts' : './typst.worker.js', import.meta.url)

const regions: { readonly [L in Language]: string } = { sv: 'SE', en: 'GB' }

/**
 * The lines before every template. `fallback: false` keeps the computer's own fonts out, so that the same
 * document gives the same bytes everywhere.
 */
function preambleFor(families: readonly string[]): string {
  return `#let data = json(bytes(sys.inputs.data))
#let look = json(bytes(sys.inputs.look))
#set document(title: sys.inputs.title, date: auto)
#set text(lang: sys.inputs.language, region: sys.inputs.region, font: (${families.map((family) => `${JSON.stringify(family)},`).join(' ')}), fallback: false)`
}
