import type { Locator } from 'playwright-core'
import { today } from './day.ts'
import type { Visitor } from './browser.ts'

/** On the page of a payroll file: says by hand that payroll has paid every row of it today. */
export async function markAsPaid({ follow, press, sees, page }: Visitor): Promise<void> {
  await follow('Läs in kvittens eller markera som utbetald')
  await page.getByRole('form', { name: 'Markera för hand' }).getByLabel('Utbetalningsdag').fill(today)
  await press('Markera hela lönefilen som utbetald')
  await sees('Alla rader är utbetalda.')
}

/** On the page of a payroll file: reads back the payroll system's table of what was paid today. */
export async function readReceipt({ follow, write, press, sees, page }: Visitor, table: Buffer): Promise<void> {
  await follow('Läs in kvittens eller markera som utbetald')
  await page.getByLabel('Kvittensfil').setInputFiles({ name: 'kvittens.csv', mimeType: 'text/csv', buffer: table })
  await write('Utbetalningsdag', today)
  await press('Läs filen')
  await sees('Läs igenom. Inget är sparat än.')
  await press('Spara kvittensen')
  await sees('Alla rader är utbetalda.')
}

/** On one's own year: the card of a visit, `Hemtjänst Söder, 24 november 2026`. */
export function cardOf({ page }: Visitor, visit: string): Locator {
  return page.getByRole('article').filter({ hasText: visit })
}
