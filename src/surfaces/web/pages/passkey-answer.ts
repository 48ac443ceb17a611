/** What the browser module puts into the form: the authenticator's answer as JSON. Members checks what it says. */
import { refusal } from '#kernel'
import type { PasskeyAnswer } from '../deps/door.ts'
import type { Fields } from '../request/ask.ts'

/** Refusal `passkey-not-known` when there is no JSON in it. */
export function readPasskeyAnswer(form: Fields): PasskeyAnswer {
  try {
    const response: unknown = JSON.parse(form.text('response'))
    return { challengeId: form.text('challenge'), response }
  } catch (cause) {
    throw refusal('passkey-not-known', 'The browser sent no passkey.', { cause })
  }
}
