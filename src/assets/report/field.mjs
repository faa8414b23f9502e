// One field of the draft: what the server has of it, and what is on its way. Pure but for what it is given.
import { textTag } from '../../kernel/text-tag.ts'

/** As many texts as may have reached the server without an answer; the first tag is what the server was last known to have. */
const mostTags = 17

/** Returns a text as the server keeps it, near enough: what differs is asked about, and nothing is lost. */
export function kept(text) {
  return text.replace(/\r\n?/g, '\n').trim()
}

/** Returns the tags that the saved text may have once this text has been sent and nobody has answered. */
export function tagsWith(tags, text) {
  const tag = textTag(kept(text))
  const [first, ...more] = [...new Set([...tags, tag, `v:${tag}`])]
  return [first, ...more.slice(1 - mostTags)]
}

/**
 * Returns a field that is saved by `send(text, tags)`, one request at a time. `send` answers
 * `{ kind: 'stored', tag? }`, `{ kind: 'refused' }`, or, to be tried again, `{ kind: 'lost' }` when nobody knows whether
 * the text came through and `{ kind: 'held' }` when it did not. `store` keeps what is not sent yet.
 */
export function aField({ name, read, shown, tags, letters, send, store, onStored }) {
  const state = {
    stored: shown,
    refused: undefined,
    tags,
    letters: [...letters],
    running: undefined,
    sending: undefined,
    isKept: true,
  }

  const isDirty = () => state.letters.length > 0 || (read() !== state.stored && read() !== state.refused)

  const keep = () => {
    if (read() === state.stored) store.drop(name)
    else state.isKept = store.keep(name, read(), state.tags)
  }

  const sendLetter = async () => {
    const [letter] = state.letters
    const { kind } = await send(name, letter.text, tagsWith(letter.was, letter.text))
    // What the server refuses stays on the device: it may take it another time.
    if (kind === 'stored') store.dropEntry(letter)
    if (kind === 'stored' || kind === 'refused') state.letters.shift()
    return kind
  }

  const sendText = async () => {
    const text = read()
    state.sending = text
    const { kind, tag } = await send(name, text, state.tags)
    state.sending = undefined
    if (kind === 'stored') {
      state.stored = text
      state.refused = undefined
      state.tags = [tag ?? state.tags[0]]
      onStored(name, state.tags[0])
    }
    if (kind === 'lost') state.tags = tagsWith(state.tags, text)
    if (kind === 'refused') state.refused = text
    keep()
    return kind
  }

  const run = async () => {
    for (;;) {
      if (!isDirty()) return 'stored'
      const kind = await (state.letters.length > 0 ? sendLetter() : sendText())
      if (kind === 'lost' || kind === 'held') return kind
    }
  }

  return {
    name,
    isDirty,
    /** Whether the text is not sent and could not be kept on the device either. */
    isAtRisk: () => isDirty() && !state.isKept,
    isRefused: () => state.refused !== undefined && read() === state.refused,
    /** Whether the text is kept beside another's until its author has chosen. */
    isBeside: () => state.tags[0]?.startsWith('v:') === true,
    /** Keeps on the device what has just been typed. */
    keep,
    /** Sends what is not sent, and what is typed meanwhile. Returns `stored`, or why it must be tried again. */
    save() {
      state.running ??= run().finally(() => {
        state.running = undefined
      })
      return state.running
    },
    /** Returns what is to be sent as the page goes away, when nobody can wait for an answer; undefined for nothing. */
    last() {
      keep()
      if (read() === state.stored || read() === state.refused) return undefined
      if (state.sending !== undefined) state.tags = tagsWith(state.tags, state.sending)
      const sent = { field: name, text: read(), tags: state.tags }
      state.tags = tagsWith(state.tags, read())
      return sent
    },
  }
}
