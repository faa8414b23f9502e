// Saves a draft as somebody writes. A field goes to the server about a second after the last key, when it is left, before
// the form is sent and as the page goes away. What the server does not have yet is kept on the device, and sent when the
// network is back or the page is opened again. All words come from the page, and the page works without this script.
import { textTag } from '../kernel/text-tag.ts'
import { aField, kept, tagsWith } from './report/field.mjs'
import { goTo, showBeside, showRefusal } from './report/page.mjs'
import { aStatus } from './report/status.mjs'
import { unsentOf } from './report/unsent.mjs'

const pause = 1000
/** Somebody who dictates makes no pause: their text is saved all the same. */
const longest = 15_000
const patience = 20_000
const retries = [3000, 10_000, 30_000, 60_000]
/** What a browser lets out of a page that goes away (Fetch: 64 kB for all keepalive requests together). */
const lastBytes = 60_000

const storage = (() => {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
})()
const page = Math.random().toString(36).slice(2, 10)

const done = document.querySelector('[data-report-done]')
const form = document.querySelector('form[data-report][data-save]')
if (done) clearFrom(done)
if (form && document.querySelector('[data-autosave]')) write(form)

/** The report is handed in: the device forgets it. What this person never got sent is shown first, to be copied. */
function clearFrom(element) {
  const { reportDone: report, person } = element.dataset
  const unsent = unsentOf(storage, { report, person, page })
  unsent.dropOthers()
  const entries = unsent.all()
  if (entries.length === 0) return
  const list = element.querySelector('[data-unsent]')
  for (const { text } of entries) {
    const item = document.createElement('li')
    item.className = 'ui-written'
    item.textContent = text
    list.append(item)
  }
  element.hidden = false
  element.querySelector('button').addEventListener('click', () => {
    unsent.clear()
    element.hidden = true
  })
}

function write(form) {
  const { report, person, save: address } = form.dataset
  const unsent = unsentOf(storage, { report, person, page })
  const status = aStatus(document.querySelector('[data-autosave]'))
  const waiting = new Map()
  let [trouble, attempt, retry, time, keyAsked] = [undefined, 0, undefined, undefined, undefined]
  /** `saving` from the press of a button until all is saved, `sending` when the form goes. */
  let leaving

  const waitsFor = (name) => form.querySelector(`input[name="${CSS.escape(`was.${name}`)}"]`)
  const entries = byField(unsent.all())
  const boxes = [...form.elements].filter((it) => it.matches('textarea, select') && waitsFor(it.name))
  const fields = new Map(boxes.map((box) => [box.name, fieldOf(box)]))
  // What was written in a field that the page has no longer: sent all the same.
  for (const [name, letters] of entries) {
    if (!fields.has(name)) fields.set(name, aField({ ...common(name), read: () => '', shown: '', tags: [''], letters }))
  }

  function common(name) {
    return { name, send: post, store: unsent, onStored }
  }

  function fieldOf(box) {
    const shown = box.matches('select') ? box.value : box.defaultValue
    const known = [waitsFor(box.name).value]
    const came = (entries.get(box.name) ?? []).filter((entry) => {
      const isThere = textTag(kept(entry.text)) === textTag(kept(shown))
      if (isThere) unsent.dropEntry(entry)
      return !isThere
    })
    // What was written last stands in the field again; what is older goes to the server by itself.
    const last = came.pop()
    if (last) box.value = last.text
    const tags = last ? tagsWith(last.was, last.text) : known
    const field = aField({ ...common(box.name), read: () => box.value, shown, tags, letters: came })
    if (last && unsent.keep(box.name, last.text, tags)) unsent.dropEntry(last)
    return field
  }

  /** Sends one field. See `aField` for what the answer means. */
  async function post(field, text, tags) {
    if (trouble === 'other-person') return { kind: 'held' }
    try {
      return await understood(await posted({ field, text, tags }), { field, text, tags })
    } catch {
      return held('offline', 'lost')
    }
  }

  function posted({ field, text, tags }, more = { signal: AbortSignal.timeout(patience) }) {
    const { value: formKey } = form.elements.namedItem('formKey')
    return fetch(address, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ formKey, field, text, was: tags.join(' ') }),
      ...more,
    })
  }

  async function understood(answer, sent, isRetried = false) {
    const { status: code } = answer
    const told = await answer.json().catch(() => ({}))
    if (code === 200) {
      trouble = undefined
      attempt = 0
      time = told.savedAt
      showBeside(form, sent.field, told)
      return { kind: 'stored', tag: told.tag }
    }
    if (code === 401) return held('signed-out')
    if (told.otherSession && !isRetried) {
      keyAsked ??= takeNewKey().finally(() => {
        keyAsked = undefined
      })
      if (await keyAsked) return understood(await posted(sent), sent, true)
    }
    if (told.otherSession) return { kind: 'held' }
    if (code === 413 || code === 422 || code === 403 || code === 404) {
      const word = document.querySelector(code === 413 ? '[data-too-large]' : '[data-not-taken]')
      showRefusal(form, sent.field, told.message ?? word?.textContent ?? '')
      return { kind: 'refused' }
    }
    const seconds = Number(answer.headers.get('retry-after'))
    return held('busy', code >= 500 ? 'lost' : 'held', seconds * 1000)
  }

  function held(why, kind = 'held', wait = 0) {
    trouble = why
    clearTimeout(retry)
    retry = setTimeout(saveAll, Math.max(wait, retries[Math.min(attempt, retries.length - 1)]))
    attempt += 1
    return { kind }
  }

  /**
   * The person has signed in anew, here or in another tab: the page is asked for once more, and its key taken. It is
   * only taken from a page that was made for the same person.
   */
  async function takeNewKey() {
    const answer = await fetch(location.pathname, {
      headers: { accept: 'text/html' },
      signal: AbortSignal.timeout(patience),
    })
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const made = fresh.querySelector(`form[data-report="${CSS.escape(report)}"]`)
    if (made?.dataset.person === person) {
      const { value } = made.elements.namedItem('formKey')
      for (const input of document.querySelectorAll('input[name=formKey]')) input.value = value
      return true
    }
    held(made ? 'other-person' : 'signed-out')
    return false
  }

  function onStored(name, tag) {
    const input = waitsFor(name)
    if (input) input.value = tag
  }

  const all = () => [...fields.values()]
  const isDirty = () => all().some((field) => field.isDirty())

  function tell(isSaving) {
    const isAtRisk = all().some((field) => field.isAtRisk())
    if ((trouble === 'offline' || trouble === 'signed-out') && isAtRisk) status.show(`${trouble}-unkept`, time)
    else if (trouble !== undefined && (isDirty() || trouble === 'other-person' || navigator.onLine === false))
      status.show(trouble, time)
    else if (all().some((field) => field.isRefused())) status.show('refused', time)
    else if (all().some((field) => field.isBeside())) status.show('beside', time)
    else if (isSaving && isDirty()) status.show('saving', time)
    else status.show(time === undefined ? 'ready' : 'saved', time)
  }

  async function save(field) {
    clearTimeout(waiting.get(field)?.timer)
    waiting.delete(field)
    if (!field.isDirty()) return 'stored'
    tell(true)
    const kind = await field.save()
    tell(false)
    return kind
  }

  function saveAll() {
    clearTimeout(retry)
    return Promise.all(all().map(save))
  }

  function saveSoon(field) {
    const since = waiting.get(field)?.since ?? Date.now()
    clearTimeout(waiting.get(field)?.timer)
    const wait = Math.max(0, Math.min(pause, since + longest - Date.now()))
    waiting.set(field, { since, timer: setTimeout(() => save(field), wait) })
  }

  form.addEventListener('input', ({ target }) => {
    const field = fields.get(target.name)
    if (!field) return
    field.keep()
    // Once it is known that nothing gets through, the network is asked now and then, and not for every pause.
    if (trouble === undefined) saveSoon(field)
    else tell(false)
  })
  form.addEventListener('focusout', ({ target }) => {
    const field = fields.get(target.name)
    if (field && trouble === undefined) save(field)
  })

  /** The form goes when everything in it is saved; without contact it stays, and so does what is written. */
  form.addEventListener('submit', async (event) => {
    if (leaving === 'sending' || (leaving === undefined && !isDirty() && navigator.onLine !== false)) return
    event.preventDefault()
    if (leaving === 'saving') return
    leaving = 'saving'
    const kinds = await saveAll()
    // A form cannot be sent from within its own event, which lasts until the next turn.
    await new Promise((resolve) => setTimeout(resolve))
    leaving = undefined
    const isCutOff = navigator.onLine === false
    if (isCutOff) trouble ??= 'offline'
    if (isCutOff || kinds.some((kind) => kind !== 'stored')) {
      const [, number] = /^step:(\d+)$/.exec(event.submitter?.value ?? '') ?? []
      if (number) goTo(form, number)
      return tell(false)
    }
    leaving = 'sending'
    form.requestSubmit(event.submitter)
    leaving = undefined
  })

  addEventListener('online', () => {
    if (trouble === 'offline') trouble = undefined
    tell(false)
    saveAll()
  })
  addEventListener('offline', () => {
    trouble ??= 'offline'
    tell(false)
  })
  addEventListener('focus', () => trouble !== undefined && saveAll())
  addEventListener('pageshow', ({ persisted }) => persisted && saveAll())
  document.addEventListener('visibilitychange', saveAll)
  addEventListener('beforeunload', (event) => all().some((field) => field.isAtRisk()) && event.preventDefault())
  addEventListener('pagehide', () => {
    let room = lastBytes
    for (const sent of all().flatMap((field) => field.last() ?? [])) {
      room -= new URLSearchParams({ text: sent.text }).toString().length + 500
      if (room > 0 && trouble !== 'other-person') posted(sent, { keepalive: true }).catch(() => undefined)
    }
  })

  tell(false)
  saveAll()
}

function byField(entries) {
  const found = new Map()
  for (const entry of entries) found.set(entry.field, [...(found.get(entry.field) ?? []), entry])
  return found
}
