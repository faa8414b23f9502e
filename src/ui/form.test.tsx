import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import {
  Checkbox,
  CheckboxGroup,
  DateField,
  ErrorSummary,
  emptyForm,
  Form,
  type FormState,
  FormPage,
  formOf,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
  TimeField,
  WithFormKey,
  YesNoField,
} from './index.ts'

const refused: FormState = {
  values: { day: '2026-13-04', note: 'Kl. 15 & "ring" <på>', audiences: ['staff'] },
  errors: [
    { field: 'day', message: 'Skriv dagen så här: 2026-03-25.' },
    { field: 'audiences', message: 'Välj minst två.' },
    { field: '', message: 'Någon annan har ändrat besöket.' },
  ],
}

const choices = [
  { value: 'residents', label: 'Boende' },
  { value: 'staff', label: 'Medarbetare', hint: 'Utan chefen i rummet' },
]

describe('a text field', () => {
  const html = renderToString(<DateField language="sv" form={refused} name="day" label="Vilken dag?" />)

  test('ties its label to the input', () => {
    expect(html).toMatch(/<label class="ds-label" for="field-day">Vilken dag\?<\/label>/)
    expect(html).toMatch(/<input[^>]* id="field-day"/)
  })

  test('is described by its hint and by its error', () => {
    expect(html).toContain('aria-describedby="field-day-hint field-day-error"')
    expect(html).toContain('id="field-day-hint"')
    expect(html).toContain('id="field-day-error"')
  })

  test('says in words that something is wrong, and keeps what was typed', () => {
    expect(html).toContain('<span class="ds-sr-only">Fel: </span>Skriv dagen så här: 2026-03-25.')
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('value="2026-13-04"')
  })

  test('is no native date input, which would show the browser’s own language', () => {
    expect(html).toContain('type="text"')
    expect(html).toContain('inputmode="numeric"')
  })

  test('has no trace of an error when there is none', () => {
    const fine = renderToString(<TimeField language="sv" form={emptyForm} name="time" label="När?" />)
    expect(fine).not.toContain('aria-invalid')
    expect(fine).toContain('aria-describedby="field-time-hint"')
  })

  test('marks what may be left empty and expects the rest', () => {
    const optional = renderToString(<TextField language="sv" form={emptyForm} name="phone" label="Telefon" optional />)
    const expected = renderToString(<TextField language="sv" form={emptyForm} name="phone" label="Telefon" />)
    expect(optional).toContain('(frivilligt)')
    expect(optional).not.toContain('aria-required')
    expect(expected).toContain('aria-required="true"')
  })

  test('shows typed markup as text', () => {
    const area = renderToString(<TextArea language="sv" form={refused} name="note" label="Meddelande" />)
    expect(area).toContain('Kl. 15 &amp; &quot;ring&quot; &lt;på>')
  })

  test('gets an id without brackets from a name with brackets', () => {
    const html = renderToString(<TextField language="sv" form={emptyForm} name="came[a1]" label="Kom" />)
    expect(html).toContain('id="field-came-a1-" name="came[a1]"')
  })
})

describe('a group of choices', () => {
  const html = renderToString(
    <CheckboxGroup
      language="sv"
      form={refused}
      name="audiences"
      label="Vilka?"
      hint="En eller flera"
      choices={choices}
    />,
  )

  test('is a fieldset that is described by its hint and by its error', () => {
    expect(html).toMatch(/<fieldset[^>]* aria-describedby="field-audiences-hint field-audiences-error"/)
    expect(html).toMatch(/<legend[^>]*>Vilka\?<\/legend>/)
  })

  test('lets the error summary lead to its first choice', () => {
    expect(html).toMatch(/<input[^>]* id="field-audiences" type="checkbox" name="audiences" value="residents"/)
  })

  test('keeps what was chosen and describes a choice by its own hint', () => {
    expect(html).toMatch(/value="staff" checked aria-invalid="true" aria-describedby="field-audiences-2-choice-hint"/)
  })

  test('of which one can be chosen starts with none', () => {
    const radios = renderToString(<YesNoField language="sv" form={emptyForm} name="own" label="Närstående?" />)
    expect(radios.match(/type="radio"/g)).toHaveLength(2)
    expect(radios).not.toContain('checked')
  })

  test('shows the one that was chosen', () => {
    const radios = renderToString(
      <RadioGroup language="sv" form={formOf({ who: 'staff' })} name="who" label="Vem?" choices={choices} />,
    )
    expect(radios).toMatch(/value="staff" checked/)
  })

  test('with hints of the whole and of the first choice have an id for each', () => {
    const hinted = choices.map((choice) => ({ ...choice, hint: 'Så här' }))
    const radios = renderToString(
      <RadioGroup language="sv" form={emptyForm} name="who" label="Vem?" hint="Välj en" choices={hinted} />,
    )
    const ids = [...radios.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids.length).toBe(new Set(ids).size)
    expect(ids.length).toBeGreaterThan(hinted.length)
  })

  test('in a list starts on “Välj …” so that nothing is chosen by accident', () => {
    const empty = renderToString(
      <SelectField language="sv" form={emptyForm} name="who" label="Vem?" choices={choices} />,
    )
    expect(empty).toContain('<option value selected>Välj …</option>')
  })

  test('of a single box ties its error to the box', () => {
    const form = { values: {}, errors: [{ field: 'accept', message: 'Bekräfta.' }] }
    const box = renderToString(<Checkbox language="sv" form={form} name="accept" label="Jag har läst" />)
    expect(box).toMatch(/<input[^>]* id="field-accept"[^>]* aria-describedby="field-accept-error"/)
  })
})

describe('the error summary', () => {
  const html = renderToString(<ErrorSummary language="sv" form={refused} />)

  test('counts the errors and links each to its field', () => {
    expect(html).toContain('Rätta 3 fel i formuläret')
    expect(html).toContain('href="#field-day">Skriv dagen så här: 2026-03-25.</a>')
    expect(html).toContain('href="#field-audiences">Välj minst två.</a>')
  })

  test('shows what concerns the whole form without a link', () => {
    expect(html).toContain('<li>Någon annan har ändrat besöket.</li>')
  })

  test('takes the focus and is read out without script', () => {
    expect(html).toMatch(/role="alert" tabindex="-1" autofocus/)
  })

  test('is not there when all is well', () => {
    expect(renderToString(<ErrorSummary language="sv" form={emptyForm} />)).toBe('')
  })
})

describe('a form', () => {
  test('posts, carries the version it was made from and leaves judging to the server', () => {
    const html = renderToString(
      <Form action="/besok/1" version={3}>
        <SubmitButton tone="danger">Ställ in</SubmitButton>
      </Form>,
    )
    expect(html).toContain('action="/besok/1" method="post" novalidate')
    expect(html).toContain('<input type="hidden" name="version" value="3"/>')
    expect(html).toContain('<button class="ds-button" type="submit" data-color="danger">Ställ in</button>')
  })

  test('as a whole page has its errors above its heading, and a way out', () => {
    const html = renderToString(
      <FormPage language="en" title="Book a visit" form={refused} action="/visits" submitLabel="Book" cancelHref="/">
        <TextField language="en" form={refused} name="day" label="Day" />
      </FormPage>,
    )
    expect(html.indexOf('Correct 3 errors')).toBeLessThan(html.indexOf('<h1'))
    expect(html).toContain('href="/" data-variant="tertiary">Cancel</a>')
  })
})

describe('the key of a form', () => {
  const forms = (field: { readonly name: string; readonly value: string } | undefined) =>
    renderToString(
      <WithFormKey field={field}>
        <Form action="/spara">{null}</Form>
        <Form action="/sok" method="get">
          {null}
        </Form>
      </WithFormKey>,
    )

  test('stands in what posts, and never in an address', () => {
    const [posting, searching] = forms({ name: 'formKey', value: 'a"b' }).split('</form>')
    expect(posting).toContain('<input type="hidden" name="formKey" value="a&quot;b"/>')
    expect(searching).not.toContain('formKey')
  })

  test('is not there where nobody is signed in', () => {
    expect(forms(undefined)).not.toContain('<input')
  })
})
