// Writes one page with every component of the kit, in Swedish and with content as it will be, for looking at.
// Usage: npm run gallery -- [FOLDER], after the assets are built. Prints the address of the page.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderPage } from '../src/ui/index.ts'
import { GalleryPage, SignInExample } from './gallery-pages.tsx'

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'gallery-'))
const assets = join(import.meta.dirname, '..', 'dist', 'assets')
const manifest: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(assets, 'manifest.json'), 'utf8'))
const files = { stylesheet: manifest['app.css'] ?? '', icon: manifest['icon.svg'] ?? '' }

mkdirSync(folder, { recursive: true })
cpSync(assets, folder, { recursive: true })
writeFileSync(join(folder, 'index.html'), renderPage(<GalleryPage {...files} />))
writeFileSync(join(folder, 'sign-in.html'), renderPage(<SignInExample {...files} />))
console.log(`file://${join(folder, 'index.html')}`)
