/** Reads QR codes with ZXing (WASM). Loaded at the first picture; of everything ZXing can read only what telephones open unasked. */

type Reader = (picture: Uint8Array) => Promise<readonly string[]>

/** A small picture is searched in every way, a large one in the plain way. */
const smallBytes = 400_000

/** `wasm` is read once, when it is needed. Rejects for pictures that are none. */
export function createCodeReader(wasm: () => Uint8Array): Reader {
  let loaded: Promise<typeof import('zxing-wasm/reader')> | undefined

  const load = async (): Promise<typeof import('zxing-wasm/reader')> => {
    const zxing = await import('zxing-wasm/reader')
    await zxing.prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm()).buffer }, fireImmediately: true })
    return zxing
  }

  return async (picture) => {
    loaded ??= load()
    const zxing = await loaded
    try {
      const found = await zxing.readBarcodes(picture, {
        formats: ['QRCode'],
        tryHarder: picture.length < smallBytes,
        maxNumberOfSymbols: 4,
      })
      return found.flatMap((code) => (code.isValid && code.text !== '' ? [code.text] : []))
    } catch (thrown) {
      // After a trap inside the module its memory is in an unknown state; the next picture gets a new one.
      zxing.purgeZXingModule()
      loaded = undefined
      throw thrown
    }
  }
}
