import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { dayOf } from '../kernel/date.ts'
import { minutes } from '../kernel/clock-time.ts'
import { ore } from '../kernel/money.ts'
import {
  Card,
  FindingList,
  formatDay,
  formatDayWithWeekday,
  formatTimeOfDay,
  Money,
  PageDocument,
  type PageFrame,
  Pagination,
  Progress,
  renderPage,
  SimpleDocument,
  Table,
  TaskList,
  WhyNote,
  WrittenText,
} from './index.ts'
import { uiTexts } from './ui.texts.ts'

const frame: PageFrame = {
  language: 'sv',
  stylesheet: '/assets/app.ABC.css',
  icon: '/assets/icon.ABC.svg',
  municipality: 'Almviks kommun',
  committee: 'Humanistiska nämnden',
  homeHref: '/almvik/hed',
  navigation: [
    { label: 'Att göra', href: '/almvik/hed', current: true, count: 3 },
    { label: 'Besök', href: '/almvik/hed/besok', current: false },
  ],
  languageSwitch: { action: '/sprak', returnTo: '/almvik/hed?sida=2&visa=alla' },
  person: { name: 'Birgitta Lindqvist', role: 'Kontaktpolitiker', signOutAction: '/logga-ut' },
  demo: true,
  footer: [{ label: 'Tillgänglighet', href: '/tillganglighet' }],
}

const page = renderPage(
  <PageDocument frame={frame} title="Besök">
    <WrittenText>{'<script>alert("hej")</script>'}</WrittenText>
  </PageDocument>,
)

describe('a page', () => {
  test('begins with the doctype and says its language and its name', () => {
    expect(page).toMatch(/^<!doctype html><html lang="sv"/)
    expect(page).toContain('<title>Besök – Humanistiska nämnden – Nämndkontakt</title>')
  })

  test('shows what people write as text and never as markup', () => {
    expect(page).toContain('&lt;script>alert(&quot;hej&quot;)&lt;/script>')
    expect(page).not.toContain('<script')
  })

  test('has no script, no style attribute and no style element, since the policy refuses them', () => {
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/)
  })

  test('offers the way past the menu before anything else', () => {
    expect(page).toMatch(/<body[^>]*><a class="ds-skip-link" href="#innehall">Hoppa till innehållet<\/a>/)
    expect(page).toMatch(/<main id="innehall"[^>]* tabindex="-1"/)
  })

  test('marks the page one is on in the menu', () => {
    expect(page.match(/aria-current="page"/g)).toHaveLength(1)
    expect(page).toMatch(/href="\/almvik\/hed" aria-current="page"/)
  })

  test('changes language and signs out by post, and comes back to the same address', () => {
    expect(page).toContain('<form method="post" action="/sprak">')
    expect(page).toContain('value="/almvik/hed?sida=2&amp;visa=alla"')
    expect(page).toContain('name="language" value="en" lang="en"')
    expect(page).toContain('<form method="post" action="/logga-ut">')
  })

  test('says that a demonstration is made up', () => {
    expect(page).toContain('Alla uppgifter är fiktiva.')
  })

  test('begins its title with “Fel:” when a form was refused', () => {
    const refused = renderPage(
      <PageDocument frame={frame} title="Boka besök" hasErrors>
        {null}
      </PageDocument>,
    )
    expect(refused).toContain('<title>Fel: Boka besök')
  })

  test('outside the menus has neither menu nor person', () => {
    const simple = renderPage(
      <SimpleDocument
        frame={{ language: 'en', stylesheet: '/a.css', homeHref: '/', footer: frame.footer }}
        title="Sign in"
      >
        {null}
      </SimpleDocument>,
    )
    expect(simple).toContain('<html lang="en"')
    expect(simple).toContain('<title>Sign in – Nämndkontakt</title>')
    expect(simple).not.toContain('Main menu')
  })
})

describe('a table', () => {
  const rows = [
    { unit: 'Solgården', fee: ore(60650) },
    { unit: 'Kvarnen', fee: ore(34700) },
  ]
  const table = renderToString(
    <Table
      caption="Arvoden i mars"
      columns={[
        { heading: 'Enhet', cell: (row) => row.unit, rowHeading: true },
        { heading: 'Belopp', cell: (row) => <Money amount={row.fee} />, align: 'number' },
      ]}
      rows={rows}
      rowKey={(row) => row.unit}
      footer={['Summa', <Money key="sum" amount={ore(95350)} />]}
    />,
  )

  test('has a caption and names every row by its first cell', () => {
    expect(table).toContain('<caption>Arvoden i mars</caption>')
    expect(table).toMatch(/<th role="rowheader" scope="row"[^>]*><div class="ui-table__value">Solgården/)
  })

  test('carries the column’s heading with each value, for the cards on a phone', () => {
    expect(table.match(/<td role="cell" data-label="Belopp"/g)).toHaveLength(3)
  })

  test('writes amounts with no-break spaces', () => {
    expect(table).toContain('606,50\u00a0kr')
  })

  test('gives way to a message when there are no rows', () => {
    const empty = renderToString(
      <Table caption="Arvoden" columns={[]} rows={[]} rowKey={String} empty="Inga arvoden ännu" />,
    )
    expect(empty).not.toContain('<table')
    expect(empty).toContain('Inga arvoden ännu')
  })
})

describe('content', () => {
  test('a finding says its outcome in words and names its clause', () => {
    const list = renderToString(
      <FindingList items={[{ tone: 'warning', label: 'Avvikelse', text: 'Bara ett block.', clause: 'Avsnitt 2.1' }]} />,
    )
    expect(list).toContain('Avvikelse')
    expect(list).toContain('Avsnitt 2.1')
  })

  test('“Varför?” names the source and the clause', () => {
    const note = renderToString(
      <WhyNote language="sv" clause="4.2" source="Riktlinje för kontaktpolitiker" href="/riktlinje#4.2">
        Enheten ska hinna planera.
      </WhyNote>,
    )
    expect(note).toContain('<summary>Varför?</summary>')
    expect(note).toContain('href="/riktlinje#4.2">Riktlinje för kontaktpolitiker: Avsnitt 4.2</a>')
  })

  test('progress is written out and never passes the end of its bar', () => {
    const progress = renderToString(<Progress language="sv" label="Besök i år" done={4} expected={3} />)
    expect(progress).toContain('4 av 3')
    expect(progress).toContain('width="100"')
  })

  test('a task shows its last day in the page’s language', () => {
    const task = {
      key: '1',
      title: 'Write',
      href: '/r',
      due: '9 April',
      status: { tone: 'danger', label: 'Late' },
    } as const
    expect(renderToString(<TaskList language="en" label="To do" tasks={[task]} />)).toContain('Due 9 April')
  })

  test('a card with an address has its heading as the link', () => {
    expect(renderToString(<Card heading="Solgården" href="/enheter/1" />)).toContain(
      '<a href="/enheter/1">Solgården</a>',
    )
  })

  test('the first page has no way back and the last none forward', () => {
    const hrefOf = (number: number) => `?sida=${number}`
    expect(renderToString(<Pagination language="sv" page={1} pages={2} hrefOf={hrefOf} />)).not.toContain('rel="prev"')
    expect(renderToString(<Pagination language="sv" page={2} pages={2} hrefOf={hrefOf} />)).not.toContain('rel="next"')
    expect(renderToString(<Pagination language="sv" page={1} pages={1} hrefOf={hrefOf} />)).toBe('')
  })
})

describe('days and times', () => {
  const day = dayOf(2026, 3, 25)

  test('are written the Swedish way', () => {
    expect(formatDay(day, 'sv')).toBe('25 mars 2026')
    expect(formatDayWithWeekday(day, 'sv')).toBe('onsdag 25 mars 2026')
    expect(formatTimeOfDay(minutes(900), 'sv')).toBe('15.00')
  })

  test('are written the English way', () => {
    expect(formatDay(day, 'en')).toBe('25 March 2026')
    expect(formatDayWithWeekday(day, 'en')).toBe('Wednesday, 25 March 2026')
    expect(formatTimeOfDay(minutes(900), 'en')).toBe('15:00')
  })
})

test('the kit speaks both languages with the same words', () => {
  expect(Object.keys(uiTexts('en'))).toEqual(Object.keys(uiTexts('sv')))
  expect(uiTexts('sv').errorSummary(1)).toBe('Rätta ett fel i formuläret')
  expect(uiTexts('en').errorSummary(2)).toBe('Correct 2 errors in the form')
})
