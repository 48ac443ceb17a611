/** Adds this browser to the ways a person is told by: asks for permission, subscribes with the programme's key, and sends the form. */
const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0))

const isSame = (one: ArrayBuffer | null, other: Uint8Array): boolean =>
  one !== null && new Uint8Array(one).every((byte, at) => byte === other[at])

const subscribe = async (key: Uint8Array<ArrayBuffer>): Promise<PushSubscription> => {
  await navigator.serviceWorker.register('/sw.js')
  const { pushManager } = await navigator.serviceWorker.ready
  const held = await pushManager.getSubscription()
  // What was made with another programme's key takes nothing of this one.
  if (held && !isSame(held.options.applicationServerKey, key)) await held.unsubscribe()
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
}

const add = async (form: HTMLFormElement) => {
  const { pushKey = '', failed = '', blocked = '' } = form.dataset
  const say = (sentence: string) => {
    const place = form.querySelector<HTMLElement>('.problem')
    if (!place) return
    place.hidden = false
    place.textContent = sentence
  }
  try {
    if ((await Notification.requestPermission()) !== 'granted') return say(blocked)
    const field = form.querySelector<HTMLInputElement>('input[name="subscription"]')
    if (field) field.value = JSON.stringify(await subscribe(bytesOf(pushKey)))
    form.submit()
  } catch {
    say(failed)
  }
}

if ('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window) {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-push-key]')) {
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void add(form)
    })
  }
}
