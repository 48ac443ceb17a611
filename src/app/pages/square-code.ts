/** A square that telephones read (QR), as its dark and light cells. ZXing, which reads such squares in mails, makes it too; loaded when one is first asked for. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defect } from '#kernel'
import type { Squares } from '#web'

let loaded: Promise<typeof import('zxing-wasm/writer')> | undefined

async function load(): Promise<typeof import('zxing-wasm/writer')> {
  const zxing = await import('zxing-wasm/writer')
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm')))
  await zxing.prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer }, fireImmediately: true })
  return zxing
}

/** Without the white border that readers want around it. */
export async function squareCode(text: string): Promise<Squares> {
  loaded ??= load()
  const { symbol, error } = await (await loaded).writeBarcode(text, { format: 'QRCode', ecLevel: 'M', withQuietZones: false })
  if (error !== '') throw defect('no-square-code', `drawing a square code: ${error}`)
  const { data, width } = symbol
  return { side: width, dark: Array.from(data, (cell) => cell === 0) }
}
