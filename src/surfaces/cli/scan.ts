/**
 * `bellwether scan`: what the mail engine says of mails in files. Prints; what is inspected with is passed in, so that surfaces do not know the app.
 * Mails are read a few ahead of the threads and printed in the order they were found.
 */
import type { Readable, Writable } from 'node:stream'
import { type Evidence, type Language, rankOf, type Severity } from '#kernel'
import { type Circle, damageIn, explanationOf, type InspectContext, type Inspection, type OwnSet } from '#mail'
import { mailsIn } from '#mail-files'

export type ScanOptions = {
  readonly paths: readonly string[]
  readonly json: boolean
  readonly circle: Circle
  /** The operator's own rules and indicators. */
  readonly own?: OwnSet
  readonly trustedAuthserv: InspectContext['trustedAuthserv']
  readonly failOn?: Severity
  /** Of what a person reads; JSON speaks English. */
  readonly language: Language
  readonly atOnce: number
}

export type ScanPorts = {
  /** `took` is told how long the judging was, without waiting for a thread. The bytes are given away. */
  readonly inspect: (
    bytes: Uint8Array,
    context: Omit<InspectContext, 'resolve'>,
    options: { readonly took: (ms: number) => void; readonly giveAway: true },
  ) => Promise<Inspection>
  readonly input: Readable
  readonly output: Writable
}

type Scanned = { readonly file: string; readonly sizeBytes: number; readonly inspection: Inspection; readonly ms: number }

/** Mails that are read ahead wait in memory: many small ones, or one large one. */
const aheadBytes = 8 * 1024 * 1024

/** Scans and prints; answers the exit status 0, or 1 when `failOn` was reached. Throws a refusal for unusable input. */
export async function scan(options: ScanOptions, ports: ScanPorts): Promise<number> {
  const context = { trustedAuthserv: options.trustedAuthserv, circle: options.circle, ...(options.own && { own: options.own }) }
  const running: Promise<Scanned>[] = []
  let waitingBytes = 0
  let reached = false
  const print = async (scanned: Promise<Scanned> | undefined): Promise<void> => {
    if (scanned === undefined) return
    const { file, sizeBytes, inspection, ms } = await scanned
    waitingBytes -= sizeBytes
    const { failOn } = options
    reached ||= failOn !== undefined && inspection.findings.some((finding) => rankOf(finding.severity) >= rankOf(failOn))
    await write(ports.output, options.json ? asJson(file, inspection, ms) : asText(file, inspection, options.language))
  }
  const judge = async (file: string, bytes: Uint8Array): Promise<Scanned> => {
    let ms = 0
    const sizeBytes = bytes.length
    const took = (tookMs: number): void => {
      ms = Math.round(tookMs * 10) / 10
    }
    const inspection = await ports.inspect(bytes, context, { took, giveAway: true })
    return { file, sizeBytes, inspection, ms }
  }
  for await (const { file, bytes } of mailsIn(options.paths, ports.input)) {
    waitingBytes += bytes.length
    const one = judge(file, bytes)
    one.catch(() => undefined) // printed in its turn, where the trouble is met
    running.push(one)
    while (running.length >= options.atOnce || (running.length > 0 && waitingBytes > aheadBytes)) await print(running.shift())
  }
  while (running.length > 0) await print(running.shift())
  return reached ? 1 : 0
}

function asJson(file: string, inspection: Inspection, ms: number): string {
  const { score, verdict, findings, damage } = inspection
  const told = findings.map(({ id, severity, technique, says, evidence }) => ({ id, severity, technique, says, evidence }))
  return `${JSON.stringify({ file, score, verdict, findings: told, damage, ms })}\n`
}

function asText(file: string, inspection: Inspection, language: Language): string {
  const { name, reasons, advice, checked } = explanationOf(inspection, language)
  const lines = [
    `${name}: ${file}`,
    ...reasons.flatMap(({ says, evidence }) => [`  - ${says}`, ...evidence.map(quoted)]),
    ...inspection.damage.map((one) => `  ! ${damageIn(language, one)}`),
    ...checked.map((says) => `  + ${says}`),
    `  ${advice}`,
  ]
  // A mail's own words may carry terminal commands.
  return `${lines.join('\n').replace(/(?!\n)\p{Cc}|\p{Cf}/gu, ' ')}\n`
}

/** A quotation with its telling part in brackets. */
function quoted({ where, quote, mark = '' }: Evidence): string {
  const at = mark === '' || mark === quote ? -1 : quote.indexOf(mark)
  return `      ${where}: ${at < 0 ? quote : `${quote.slice(0, at)}[${mark}]${quote.slice(at + mark.length)}`}`
}

const write = (output: Writable, text: string): Promise<void> =>
  new Promise((resolve, reject) => output.write(text, (error) => (error ? reject(error) : resolve())))
