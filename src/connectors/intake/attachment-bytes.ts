/** An attachment's content as bytes, whichever way the parser gave it. */
import type { Attachment } from 'postal-mime'

export function bytesOf({ content }: Attachment): Buffer {
  if (typeof content === 'string') return Buffer.from(content)
  return content instanceof Uint8Array ? Buffer.from(content.buffer, content.byteOffset, content.byteLength) : Buffer.from(content)
}
