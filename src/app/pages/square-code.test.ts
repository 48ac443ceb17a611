import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { greyPicture } from '#mail'
import { createCodeReader } from '../inspector/read-codes.ts'
import { squareCode } from './square-code.ts'

test('a telephone reads from the square what an app needs', async () => {
  const address = 'otpauth://totp/Bellwether:Ana%20Ruiz?secret=PMTN3ZFBQ6KMQNFID34P7TBWVRLREGSM&issuer=Bellwether'
  const { side, dark } = await squareCode(address)
  const [scale, border] = [4, 4]
  const whole = (side + 2 * border) * scale
  const points = new Uint8Array(whole * whole).fill(255)
  dark.forEach((isDark, index) => {
    const [left, top] = [((index % side) + border) * scale, (Math.floor(index / side) + border) * scale]
    for (let y = top; isDark && y < top + scale; y++) points.fill(0, y * whole + left, y * whole + left + scale)
  })
  const read = createCodeReader(() => readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))))
  assert.deepEqual(await read(greyPicture(whole, whole, points)), [address])
})
