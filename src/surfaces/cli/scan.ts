/**
 * `bellwether scan`: what the mail engine says of mails in files. Prints; what is inspected with is passed in, so that surfaces do not know the app.
 * Mails are read a few ahead of the threads and printed in the order they were found.
 */
import type { Readable, Writable } from 'node:stream'
import { rankOf, type Severity } from '#kernel'
import { adviseIn, type Circle, type InspectContext, type Inspection } from '#mail'
import { mailsIn } from '#mail-files'

export type ScanOptions = {
  readonly paths: readonly string[]
  readonly json: boolean
  readonly circle: Circle
  readonly trustedAuthserv: readonly string[]
  readonly failOn?: Severity
  readonly atOnce: number
}

export type ScanPorts = {
  readonly inspect: (bytes: Uint8Array, context: Omit<InspectContext, 'resolve'>) => Promise<Inspection>
  readonly input: Readable
  readonly output: Writable
  readonly nowMs: () => number
}

type Scanned = { readonly file: string; readonly inspection: Inspection; readonly ms: number }

/** Scans and prints; answers the exit status 0, or 1 when `failOn` was reached. Throws a refusal for unusable input. */
export async function scan(options: ScanOptions, ports: ScanPorts): Promise<number> {
  const context = { trustedAuthserv: options.trustedAuthserv, circle: options.circle }
  const running: Promise<Scanned>[] = []
  let reached = false
  const print = async (scanned: Promise<Scanned> | undefined): Promise<void> => {
    if (scanned === undefined) return
    const { file, inspection, ms } = await scanned
    const { failOn } = options
    reached ||= failOn !== undefined && inspection.findings.some((finding) => rankOf(finding.severity) >= rankOf(failOn))
    await write(ports.output, options.json ? asJson(file, inspection, ms) : asText(file, inspection))
  }
  for await (const { file, bytes } of mailsIn(options.paths, ports.input)) {
    const startedMs = ports.nowMs()
    const one = ports
      .inspect(bytes, context)
      .then((inspection) => ({ file, inspection, ms: Math.round((ports.nowMs() - startedMs) * 10) / 10 }))
    one.catch(() => undefined) // printed in its turn, where the trouble is met
    running.push(one)
    if (running.length >= options.atOnce) await print(running.shift())
  }
  while (running.length > 0) await print(running.shift())
  return reached ? 1 : 0
}

function asJson(file: string, inspection: Inspection, ms: number): string {
  const { score, verdict, findings, damage } = inspection
  const told = findings.map(({ id, severity, technique, says, evidence }) => ({ id, severity, technique, says, evidence }))
  return `${JSON.stringify({ file, score, verdict, findings: told, damage, ms })}\n`
}

const words = { dangerous: 'Dangerous', careful: 'Be careful', fine: 'Looks fine' } as const

function asText(file: string, { verdict, reasons, damage }: Inspection): string {
  const [first] = reasons
  const lines = [`${words[verdict]}: ${file}`, ...reasons.map((reason) => `  - ${reason.says}`), ...damage.map((one) => `  ! ${one.says}`)]
  if (verdict !== 'fine' && first !== undefined) lines.push(`  ${adviseIn('en', first)}`)
  // A mail's own words may carry terminal commands.
  return `${lines.join('\n').replace(/(?!\n)\p{Cc}|\p{Cf}/gu, ' ')}\n`
}

const write = (output: Writable, text: string): Promise<void> =>
  new Promise((resolve, reject) => output.write(text, (error) => (error ? reject(error) : resolve())))
