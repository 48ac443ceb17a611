/** `bellwether audit proof FILE`: checks a proof by itself, without the database; exit status 1 when it does not hold. */
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { checkProof } from '#notify'

const readOrUndefined = (file: string) => (file === '-' ? text(process.stdin) : readFile(file, 'utf8')).catch(() => undefined)

export async function auditProofCommand(file: string, flags: { readonly key?: string }): Promise<number> {
  const given = await readOrUndefined(file)
  const key = flags.key === undefined ? undefined : await readOrUndefined(flags.key)
  if (given === undefined || (flags.key !== undefined && key === undefined)) {
    process.stderr.write(`The file ${given === undefined ? file : flags.key} cannot be read.\n`)
    return 2
  }
  const { holds, says } = checkProof(given, key)
  process.stdout.write(`${says}\n`)
  return holds ? 0 : 1
}
