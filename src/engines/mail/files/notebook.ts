/** OneNote sections (MS-ONESTORE 2.6.13): the files that are hidden behind a picture to be opened with two taps. */
import { caps } from './budget.ts'

const embedded = Buffer.from('e716e3bd65261145a4c48d4d0b7a9eac', 'hex')

/** The embedded files; they have no name of their own here. */
export function inNotebook(bytes: Uint8Array): readonly Uint8Array[] {
  const notebook = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const files: Uint8Array[] = []
  for (
    let at = notebook.indexOf(embedded);
    at >= 0 && at + 36 < notebook.length && files.length < 20;
    at = notebook.indexOf(embedded, at + 16)
  ) {
    const length = notebook.readUInt32LE(at + 16)
    const file = notebook.subarray(at + 36, Math.min(notebook.length, at + 36 + Math.min(length, caps.fileBytes)))
    if (file.length > 8) files.push(file)
  }
  return files
}
