import type { ComponentChildren } from 'preact'
import type { Language } from '../kernel/language.ts'

type PlainDocumentProps = {
  readonly language: Language
  readonly title: string
  readonly children: ComponentChildren
}

/** A page that stands alone in a file, without stylesheet or anything else to fetch: for reading without network. */
export function PlainDocument({ language, title, children }: PlainDocumentProps) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  )
}
