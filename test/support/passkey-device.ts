/** A passkey device inside a real Chromium, by its developer protocol: it answers at once, as if the person had touched it. */
import type { Page } from 'playwright-core'

/** Lets the page make and use passkeys; the device lives as long as the page. */
export async function givePasskeyDevice(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
