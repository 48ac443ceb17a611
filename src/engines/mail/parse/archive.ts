/** Reads the file names in a ZIP from its local headers (APPNOTE 4.3.7), and whether they are locked. Inflates nothing. */
const signature = Buffer.from([0x50, 0x4b, 0x03, 0x04])

export function namesInZip(content: Uint8Array): { readonly names: readonly string[]; readonly locked: boolean } {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const names: string[] = []
  let locked = false
  let at = bytes.indexOf(signature)
  while (at >= 0 && at + 30 <= bytes.length && names.length < 50) {
    locked ||= (bytes.readUInt16LE(at + 6) & 1) === 1
    const nameLength = bytes.readUInt16LE(at + 26)
    names.push(bytes.toString('utf8', at + 30, Math.min(at + 30 + nameLength, at + 330)))
    at = bytes.indexOf(signature, at + 30 + nameLength)
  }
  return { names, locked }
}
