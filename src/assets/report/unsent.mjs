// What somebody has written and the server does not have yet, kept in the browser: one entry a field and open page, so
// that two pages beside each other never write over one another's.

const start = 'namndkontakt.rapport.'

/**
 * Returns the entries of one person in one report. `storage` is the browser's, or undefined where it is blocked; `page`
 * tells this page from others that are open. Nothing here throws.
 */
export function unsentOf(storage, { report, person, page }) {
  const own = `${start}${report}.${person}.`
  const keyOf = (field) => `${own}${page}.${field}`
  return {
    /** Keeps the text of a field, with the tags it was written upon. Returns whether it could be kept. */
    keep(field, text, was) {
      return trying(() => {
        storage.setItem(keyOf(field), JSON.stringify({ text, was, at: Date.now() }))
        return true
      }, false)
    },
    /** Takes away this page's entry: the server has the text. */
    drop(field) {
      trying(() => storage.removeItem(keyOf(field)))
    },
    /** Takes away an entry, unless its page has written more since. */
    dropEntry({ key, raw }) {
      trying(() => storage.getItem(key) === raw && storage.removeItem(key))
    },
    /** Returns all entries of the person, of whatever page, oldest first: `{ key, raw, field, text, was, at }`. */
    all() {
      return keysFrom(storage, own)
        .flatMap((key) => {
          const entry = read(storage, key)
          return entry ? [{ ...entry, key, field: key.slice(own.length).replace(/^[^.]*\./, '') }] : []
        })
        .sort((one, other) => one.at - other.at)
    },
    /** Takes away everything of this report that is another's. */
    dropOthers() {
      for (const key of keysFrom(storage, `${start}${report}.`)) {
        if (!key.startsWith(own)) trying(() => storage.removeItem(key))
      }
    },
    /** Takes away everything of this report. */
    clear() {
      for (const key of keysFrom(storage, `${start}${report}.`)) trying(() => storage.removeItem(key))
    },
  }
}

function keysFrom(storage, prefix) {
  return trying(() => Array.from({ length: storage.length }, (_, at) => storage.key(at)), []).filter((key) =>
    key?.startsWith(prefix),
  )
}

function read(storage, key) {
  return trying(() => {
    const raw = storage.getItem(key)
    const { text, was, at } = JSON.parse(raw)
    return typeof text === 'string' && Array.isArray(was) ? { raw, text, was, at: Number(at) || 0 } : undefined
  })
}

/** A browser may refuse all of this: private windows, full disks, an employer's policy. */
function trying(work, otherwise) {
  try {
    return work()
  } catch {
    return otherwise
  }
}
