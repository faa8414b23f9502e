import type { TestApp } from './app.ts'
import type { CastName } from './cast.ts'
import { linksOf } from './forms.ts'

/** Enough to come to every kind of page; every unit's and every rule's own would take long and say the same. */
const mostPages = 90
const mostOfAKind = 3

/** Opens pages as one of the cast by their links, three of each kind. Returns the pages by address; a file is empty. */
export async function walked(town: TestApp, name: CastName): Promise<ReadonlyMap<string, string>> {
  const { municipality, committee } = town.cast.place
  const opened = new Map<string, string>()
  const kinds = new Map<string, number>()
  const waiting = [`/${municipality}/${committee}`]
  while (opened.size < mostPages) {
    const address = waiting.shift()
    if (address === undefined) break
    const kind = kindOf(address.split('?')[0] ?? '')
    if (opened.has(address) || (kinds.get(kind) ?? 0) >= mostOfAKind) continue
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    const answer = await town.get(name, `/${address}`)
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true
    const page = isPage ? await answer.text() : ''
    opened.set(address, page)
    waiting.push(...linksOf(page).filter((link) => link.startsWith(`/${municipality}/`)))
  }
  return opened
}

/** An address without its ids and numbers: two of the same kind are the same page about different things. */
export function kindOf(address: string): string {
  return address.replace(/[0-9a-f-]{36}|\d+/g, ':')
}
