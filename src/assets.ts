import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Hono } from 'hono'
import type { PageScript } from './platform/http/page.ts'

type Asset = {
  readonly type: string
  readonly plain: Uint8Array<ArrayBuffer>
  readonly compressed: Uint8Array<ArrayBuffer> | undefined
}

/** The built files that browsers fetch, in memory: there are a handful. */
export type Assets = {
  readonly stylesheet: string
  readonly icon: string | undefined
  /** Each for the pages that name it alone. */
  readonly scripts: Readonly<Record<PageScript, string | undefined>>
  readonly files: ReadonlyMap<string, Asset>
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
/** A font is compressed in itself. */
const compressible = new Set(['.css', '.js', '.svg'])

/** Reads what the build put in the folder. Throws when its manifest is missing: run the build. */
export async function readAssets(folder: string): Promise<Assets> {
  const manifest: Readonly<Record<string, string>> = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
  const files = new Map(
    await Promise.all(Object.values(manifest).map(async (name) => [name, await readAsset(folder, name)] as const)),
  )
  const address = (name: string) => (manifest[name] === undefined ? undefined : `/assets/${manifest[name]}`)
  return {
    stylesheet: address('app.css') ?? '',
    icon: address('icon.svg'),
    scripts: { passkey: address('passkey.js'), report: address('report.js') },
    files,
  }
}

/** Serves the files for ever: each is named after its content. */
export function serveAssets(app: Hono, { files }: Assets): void {
  app.get('/assets/:name', (context) => {
    const asset = files.get(context.req.param('name'))
    if (!asset) return context.notFound()
    const zipped = asset.compressed && /\bgzip\b/.test(context.req.header('accept-encoding') ?? '')
    return new Response(zipped ? asset.compressed : asset.plain, {
      headers: {
        'content-type': asset.type,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
        ...(zipped && { 'content-encoding': 'gzip' }),
      },
    })
  })
}

async function readAsset(folder: string, name: string): Promise<Asset> {
  const extension = extname(name)
  const plain = new Uint8Array(await readFile(join(folder, name)))
  const compressed = compressible.has(extension)
    ? new Uint8Array(await promisify(gzip)(plain, { level: 9 }))
    : undefined
  return { type: types[extension] ?? 'application/octet-stream', plain, compressed }
}
