/** Runs of letters within bytes that are no text, in both ways Windows writes them. */

const shortest = 5

/** The runs, a line each. */
export function printableIn(bytes: Uint8Array, most: number): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 512 * 1024)).toString('latin1')
  const runs: string[] = []
  let length = 0
  for (const hit of head.matchAll(/(?:[\t\x20-\x7e\xa0-\xff]\0){5,4000}|[\t\x20-\x7e\xa0-\xff]{5,4000}/g)) {
    const run = hit[0].replaceAll('\0', '')
    if (run.trim().length < shortest) continue
    runs.push(run)
    length += run.length + 1
    if (length >= most) break
  }
  return runs.join('\n').slice(0, most)
}
