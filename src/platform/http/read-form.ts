/** A form's fields, read with a limit, since anybody may post anything. */
import { refusal } from '#kernel'

const usualBytes = 64 * 1024

/** The fields of a posted form, of at most `limitBytes`. Refusals: `form-too-big`, `not-a-form`. */
export async function readForm(request: Request, limitBytes = usualBytes): Promise<URLSearchParams> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (request.body === null || type === undefined) return new URLSearchParams()
  if (type !== 'application/x-www-form-urlencoded') throw refusal('not-a-form', 'This page takes forms only.')
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > limitBytes) throw tooBig()
  return new URLSearchParams(await readText(request.body, limitBytes))
}

async function readText(body: ReadableStream<Uint8Array>, limitBytes: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of body) {
    sizeBytes += chunk.byteLength
    if (sizeBytes > limitBytes) throw tooBig()
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

const tooBig = () => refusal('form-too-big', 'That was more text than this form takes.')
