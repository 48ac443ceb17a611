/** A real browser for tests: Debian's Chromium, driven by playwright-core, which sends nothing anywhere. */
import { type Browser, chromium } from 'playwright-core'
import { findPart } from './system-parts.ts'

/** Starts it; the caller closes it. Tests that use it say `needs('chromium')`. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findPart('chromium') ?? 'chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
