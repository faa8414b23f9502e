// The line that says how it is with what somebody writes. All its words stand in the page.

/** What is read out when it begins; that everything is saved only after one of these, and the first time. */
const troubles = new Set([
  'offline',
  'offline-unkept',
  'signed-out',
  'signed-out-unkept',
  'busy',
  'other-person',
  'refused',
  'beside',
])

/** Returns how to show a state in `line`, an element with one `data-state` part for each. Screen readers hear changes that matter. */
export function aStatus(line) {
  const parts = [...line.querySelectorAll('[data-state]')]
  const spoken = line.querySelector('[role=status]')
  let shown
  let isSaid = false
  return {
    /** Shows the state; `time` is when something was saved last, as the page writes it. */
    show(state, time) {
      if (time !== undefined) for (const it of line.querySelectorAll('[data-time]')) it.textContent = time
      if (state === shown) return
      line.hidden = false
      const part = parts.find((it) => it.dataset.state === state)
      for (const it of parts) it.hidden = it !== part
      line.dataset.tone = troubles.has(state) ? 'trouble' : 'calm'
      const isNews = troubles.has(state) || (state === 'saved' && (!isSaid || spoken.dataset.said !== 'saved'))
      if (part && isNews) {
        spoken.textContent = part.textContent.trim()
        spoken.dataset.said = state
        isSaid ||= state === 'saved'
      }
      shown = state
    },
  }
}
