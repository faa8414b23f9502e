// Lets a form marked data-passkey be answered by a passkey: `create` makes one, `get` signs in with one. What the device
// answers goes back with the form, as an ordinary post. Without this script, or without passkeys in the browser, the
// form shows what to do instead.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

const ask = { create: startRegistration, get: startAuthentication }

/** Shows one part of the form and hides the others. */
function show(form, part) {
  for (const it of form.querySelectorAll('[data-passkey-part]')) {
    it.hidden = !it.dataset.passkeyPart.split(' ').includes(part)
  }
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!browserSupportsWebAuthn()) continue
  show(form, 'ready')
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    show(form, 'ready')
    try {
      const answer = await ask[form.dataset.passkey]({ optionsJSON: JSON.parse(form.dataset.options) })
      form.elements.namedItem('answer').value = JSON.stringify(answer)
      form.submit()
    } catch (fault) {
      // The device already has a passkey here; any other fault means that its owner changed their mind, or time ran out.
      show(form, fault?.name === 'InvalidStateError' ? 'known' : 'failed')
    }
  })
}
