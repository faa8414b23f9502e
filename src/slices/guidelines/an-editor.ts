import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { aSentForm, type SentForm } from './a-sent-form.ts'

/** The secretary of a town at the editor, as a browser would have it. Addresses are the page's own. */
export type Editor = {
  readonly town: TestApp
  readonly read: (path: string) => Promise<string>
  /** Posts a page's own form as it stands, but for what is answered otherwise. */
  readonly send: (path: string, answers?: SentForm) => Promise<Response>
  /** Begins a draft from Hedemora's guideline, or from something else; returns its address. */
  readonly begun: (base?: string) => Promise<string>
  /** Posts a form with a file. */
  readonly uploaded: (
    path: string,
    text: string | Uint8Array,
    fields?: Readonly<Record<string, string>>,
  ) => Promise<Response>
  /** The draft's text, taken out as a file. */
  readonly fileOf: (draft: string) => Promise<string>
  readonly versionOf: (draft: string) => Promise<string>
  /** The address of the draft's first rule of a kind. */
  readonly ruleOf: (draft: string, kind: string) => Promise<string>
}

/** Returns the editor of a new town. */
export async function anEditor(): Promise<Editor> {
  const town = await anApp()
  const read = async (path: string) => (await town.get('secretary', path)).text()
  const fileOf = (draft: string) => read(`${draft}/fil`)
  return {
    town,
    read,
    fileOf,
    send: async (path, answers = {}) =>
      town.post('secretary', path, { ...aSentForm(await read(path), path), do: 'save', ...answers }),
    begun: async (base = 'packaged:hedemora-omsorgsnamnden-2026') =>
      leadsTo(await town.post('secretary', '/riktlinje/utkast/nytt', { base })).pathname,
    uploaded: (path, text, fields = {}) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.append(name, value)
      body.append('file', new Blob([text as BlobPart]), 'riktlinje.yaml')
      return town.post('secretary', path, body)
    },
    versionOf: async (draft) => String(aSentForm(await read(`${draft}/om`), `${draft}/om`).version),
    ruleOf: async (draft, kind) => {
      const kinds = [...(await fileOf(draft)).matchAll(/^ {4}kind: (\S+)$/gm)].map(([, found]) => found)
      return `${draft}/regel/${kinds.indexOf(kind) + 1}`
    },
  }
}

/** Returns the address that an answer leads to. */
export function leadsTo(answer: Response): URL {
  return new URL(answer.headers.get('location') ?? '', 'http://localhost')
}

/** Returns what a page says, without its marks. */
export function wordsOf(page: string): string {
  return page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}
