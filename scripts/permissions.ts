// Writes docs/permissions.md from the declarations of pages and commands.
import { writeFileSync } from 'node:fs'
import { permissionsPage } from './permissions-page.ts'

writeFileSync(new URL('../docs/permissions.md', import.meta.url), await permissionsPage())
