/**
 * Signing in with a passkey and adding one. A form marked `data-passkey` is
 * shown only where the browser can do it; it asks for a challenge, lets the
 * authenticator answer, and then is sent as any form is.
 */
type Ceremony = (input: { optionsJSON: unknown }) => Promise<unknown>
declare const SimpleWebAuthnBrowser: {
  readonly browserSupportsWebAuthn: () => boolean
  readonly startAuthentication: Ceremony
  readonly startRegistration: Ceremony
}

const put = (form: HTMLFormElement, name: string, value: string) => {
  const field = form.querySelector<HTMLInputElement>(`input[name="${name}"]`) ?? document.createElement('input')
  field.type = 'hidden'
  field.name = name
  field.value = value
  form.append(field)
}

const say = (form: HTMLFormElement, sentence: string) => {
  const place = form.querySelector('.problem') ?? document.createElement('p')
  place.className = 'problem'
  place.setAttribute('role', 'alert')
  place.textContent = sentence
  form.prepend(place)
}

const answer = async (form: HTMLFormElement) => {
  const { passkey, challenge, failed } = form.dataset
  try {
    const asked = await fetch(challenge ?? '', { method: 'POST' })
    // The proof that it is them was too old: the page that asks for another is shown.
    if (asked.redirected) return location.assign(asked.url)
    if (!asked.ok) throw new Error(`the challenge was answered with ${asked.status}`)
    const { challengeId, options }: { challengeId: string; options: unknown } = await asked.json()
    const start = passkey === 'create' ? SimpleWebAuthnBrowser.startRegistration : SimpleWebAuthnBrowser.startAuthentication
    put(form, 'response', JSON.stringify(await start({ optionsJSON: options })))
    put(form, 'challenge', challengeId)
    form.submit()
  } catch {
    // Closing the authenticator's window is no error; the sentence says what else works.
    say(form, failed ?? '')
  }
}

if (SimpleWebAuthnBrowser.browserSupportsWebAuthn()) {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void answer(form)
    })
  }
}
