/**
 * Shows a notice that was pushed, also while no page is open. It goes nowhere
 * that a message names: a notice that is chosen opens the person's own page.
 */
type Waits = { readonly waitUntil: (work: Promise<unknown>) => void }
type Pushed = Waits & { readonly data: { readonly json: () => { title?: string; body?: string; tag?: string } } | null }
type Chosen = Waits & { readonly notification: Notification }
type Changed = Waits & { readonly oldSubscription?: PushSubscription | null; readonly newSubscription?: PushSubscription | null }
type Window = { readonly url: string; readonly focus: () => Promise<unknown> }
declare const self: {
  readonly registration: ServiceWorkerRegistration
  readonly clients: {
    readonly matchAll: (which: { type: 'window' }) => Promise<readonly Window[]>
    readonly openWindow: (path: string) => Promise<unknown>
  }
  readonly addEventListener: {
    (name: 'push', hear: (event: Pushed) => void): void
    (name: 'notificationclick', hear: (event: Chosen) => void): void
    (name: 'pushsubscriptionchange', hear: (event: Changed) => void): void
  }
}

const home = '/home'

const show = async (event: Pushed): Promise<void> => {
  const { title = '', body = '', tag = '' } = event.data?.json() ?? {}
  // The same notice sent again takes the place of the first, and makes no second sound.
  await self.registration.showNotification(title, { body, tag, requireInteraction: true })
}

const open = async (): Promise<void> => {
  const windows = await self.clients.matchAll({ type: 'window' })
  const there = windows.find(({ url }) => new URL(url).pathname === home)
  await (there ? there.focus() : self.clients.openWindow(home))
}

/** The push service gave this browser another address; who knows the old one may say so. */
const renew = async ({ oldSubscription, newSubscription }: Changed): Promise<void> => {
  if (!oldSubscription) return
  const { applicationServerKey } = oldSubscription.options
  const subscription = newSubscription ?? (await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }))
  const body = new URLSearchParams({ old: oldSubscription.endpoint, subscription: JSON.stringify(subscription) })
  await fetch('/how-told/browser/renew', { method: 'POST', body })
}

self.addEventListener('push', (event) => event.waitUntil(show(event)))
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open())
})
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)))
