/** How large a picture says it is, from its head. A picture of a hundred million points fits into a few kilobytes; it is never unpacked to find out. */
import type { FileKind } from './kind.ts'

export type Size = { readonly width: number; readonly height: number }

export function sizeOf(bytes: Uint8Array, kind: FileKind): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (kind === 'png' && bytes.length >= 24) return { width: view.getUint32(16), height: view.getUint32(20) }
  if (kind === 'gif' && bytes.length >= 10) return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  if (kind === 'bmp' && bytes.length >= 26) return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
  return kind === 'jpeg' ? sizeOfJpeg(view) : undefined
}

/** The frame header (ITU T.81, B.2.2) stands behind any number of other segments. */
function sizeOfJpeg(view: DataView): Size | undefined {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return undefined
}

/** A code needs 21 squares each way; a picture too large is left alone. */
export const mayHoldCode = ({ width, height }: Size, pixels: number): boolean =>
  width >= 24 && height >= 24 && width * height <= pixels && Math.max(width, height) <= 12 * Math.min(width, height)
