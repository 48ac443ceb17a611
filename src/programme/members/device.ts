/** The device behind a session in two words, read from what its browser says of itself. Where it stands is not guessed. */

export type Device = { readonly browser: string | null; readonly system: string | null }

// Each names itself beside others (Edge says Chrome, Chrome says Safari): the more special come first.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/Chrom(?:e|ium)\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b|\biPod\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
]

const first = (table: typeof browsers, text: string): string | null => table.find(([pattern]) => pattern.test(text))?.[1] ?? null

/** Whether a session is used in another browser or on another system than the one that opened it or proved itself in it last. */
export const isAnotherDevice = (kept: Device, seen: Device): boolean =>
  (kept.browser !== null && kept.browser !== seen.browser) || (kept.system !== null && kept.system !== seen.system)

/** Null where it says nothing we know; anybody may write anything there, so nothing of it is kept as it stands. */
export function readDevice(userAgent: string): Device {
  const text = userAgent.slice(0, 1000)
  return { browser: first(browsers, text), system: first(systems, text) }
}
