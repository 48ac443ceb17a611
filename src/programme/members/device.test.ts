import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAnotherDevice, readDevice } from './device.ts'

const seen: readonly (readonly [string, string | null, string | null])[] = [
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0', 'Firefox', 'Windows'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
    'Edge',
    'Windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
    'Safari',
    'macOS',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0 Mobile/15E148 Safari/604.1',
    'Chrome',
    'iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
    'Samsung Internet',
    'Android',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/141.0.0.0 Safari/537.36', 'Chrome', 'Linux'],
  ['curl/8.14.1', null, null],
  ['', null, null],
]

test('a device is told in two words that its owner knows, and never guessed', () => {
  for (const [userAgent, browser, system] of seen) assert.deepEqual(readDevice(userAgent), { browser, system }, userAgent)
})

test('whatever a browser writes there is kept nowhere as it stands', () => {
  assert.deepEqual(readDevice(`<script>alert(1)</script> Firefox/1 ${'x'.repeat(100_000)} Windows`), { browser: 'Firefox', system: null })
})

test('a newer version is the same device; another browser or system is not, and what was never said is held against nobody', () => {
  const firefox = { browser: 'Firefox', system: 'Windows' }
  assert.equal(isAnotherDevice(firefox, firefox), false)
  assert.equal(isAnotherDevice(firefox, { browser: 'Chrome', system: 'Windows' }), true)
  assert.equal(isAnotherDevice(firefox, { browser: 'Firefox', system: 'Linux' }), true)
  assert.equal(isAnotherDevice(firefox, { browser: null, system: null }), true)
  assert.equal(isAnotherDevice({ browser: null, system: null }, firefox), false)
})
