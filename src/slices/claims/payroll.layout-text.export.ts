import { parseDocument, stringify } from 'yaml'
import { payrollLayoutSchema } from './payroll.layout.export.ts'
import type { PayrollLayout } from './payroll.layout.rules.ts'

/** What is wrong in a layout: `at` is the place as a path (`columns.3.width`), `value` what stands there. */
export type LayoutIssue = { readonly code: string; readonly at: string; readonly value?: string }

type ReadLayout =
  | { readonly ok: true; readonly layout: PayrollLayout }
  | { readonly ok: false; readonly issues: readonly LayoutIssue[] }

/** Returns the layout that the data says, or everything that is wrong with it. */
export function readLayout(data: unknown): ReadLayout {
  const parsed = payrollLayoutSchema.safeParse(data)
  if (parsed.success) return { ok: true, layout: parsed.data }
  const issues = parsed.error.issues.map((issue): LayoutIssue => {
    const at = issue.path.join('.')
    if (issue.code === 'unrecognized_keys') return { code: 'unknown-key', at, value: issue.keys.join(', ') }
    // What the library says by itself has spaces in it: what came is no layout at all.
    return { code: issue.message.includes(' ') ? 'unreadable' : issue.message, at }
  })
  return { ok: false, issues }
}

/** Returns the layout of a YAML or JSON text, or everything that is wrong with it. Aliases that swell are refused. */
export function layoutFromText(text: string): ReadLayout {
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: 'error' })
    const fault = document.errors[0]
    if (fault === undefined) return readLayout(document.toJS({ maxAliasCount: 10 }))
    return {
      ok: false,
      issues: [{ code: 'not-yaml', at: '', value: String(text.slice(0, fault.pos[0]).split('\n').length) }],
    }
  } catch {
    // The parser throws at a file that is built to swell or is deeper than any of ours.
    return { ok: false, issues: [{ code: 'unreadable', at: '' }] }
  }
}

/** Returns the layout as a file that `layoutFromText` reads as the same layout. */
export function layoutToText(layout: PayrollLayout, form: 'yaml' | 'json'): string {
  const plain = {
    ...layout,
    header: layout.header.map(shortened),
    columns: shortened(layout.columns),
    footer: layout.footer.map(shortened),
  }
  return form === 'json' ? `${JSON.stringify(plain, null, 2)}\n` : stringify(plain, { lineWidth: 0 })
}

/** What holds anyway is left out of each column. */
function shortened(columns: readonly object[]): readonly object[] {
  return columns.map((column) =>
    Object.fromEntries(
      Object.entries(column).filter(
        ([key, value]) => key === 'field' || ![undefined, '', 'left', 'space', false].includes(value as string),
      ),
    ),
  )
}

/** Returns the name as every file system and payroll programme takes it. */
export function plainName(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return plain === '' ? 'uppstallning' : plain
}

/** Returns what HTTP calls the encoding of the layout's files. */
export function charsetOf({ encoding }: PayrollLayout): string {
  return encoding === 'utf-8-bom' ? 'utf-8' : encoding
}
