// What the script changes in the page of a draft, apart from the line that says how it is with it.

const besideOf = (form, field) => form.querySelector(`[data-beside="${CSS.escape(field)}"]`)

/** Shows the other's text and the notes about the words, as the server has written them. */
export function showBeside(form, field, { beside = '', guard }) {
  showRefusal(form, field, '')
  const place = besideOf(form, field)
  const notes = place?.querySelector('[data-part=guard]')
  if (guard !== undefined && notes) put(notes, guard)
  const next = place?.nextElementSibling
  const other = next?.matches('[data-part=other]') ? next : undefined
  if (other) put(other, beside)
  else if (place && beside !== '') {
    const made = document.createElement('div')
    made.dataset.part = 'other'
    place.after(made)
    put(made, beside)
  }
}

/** Says at the field why its text is not saved; an empty text takes that away. */
export function showRefusal(form, field, text) {
  const place = besideOf(form, field)
  let line = place?.querySelector('[data-part=refusal]')
  if (!place || (line?.textContent ?? '') === text) return
  if (!line) {
    line = document.createElement('p')
    line.dataset.part = 'refusal'
    line.className = 'ds-validation-message'
    place.prepend(line)
  }
  line.textContent = text
  line.hidden = text === ''
}

/** Goes to a step of the form without the server, where one step is a page and there is no contact. */
export function goTo(form, number) {
  const step = document.getElementById(`steg-${number}`)
  if (!step) return
  for (const it of form.querySelectorAll('.ui-step')) delete it.dataset.current
  step.dataset.current = 'true'
  for (const it of form.querySelectorAll('.ui-steps__go')) {
    if (it.value === `step:${number}`) it.setAttribute('aria-current', 'step')
    else it.removeAttribute('aria-current')
  }
  const [here, count] = [form.querySelector('.ui-steps__here'), step.querySelector('.ui-step__count')]
  if (here && count) here.textContent = count.firstChild?.textContent ?? ''
  for (const it of form.querySelectorAll('input[name=step]')) it.value = String(number)
  if (location.hash) history.replaceState(null, '', location.pathname + location.search)
  form.querySelector('.ui-steps details')?.removeAttribute('open')
  form.scrollIntoView()
  step.querySelector('textarea, select, input:not([type=hidden])')?.focus({ preventScroll: true })
}

/** Nothing is changed under somebody's hands. */
function put(place, html) {
  if (place.innerHTML !== html && !place.contains(document.activeElement)) place.innerHTML = html
}
