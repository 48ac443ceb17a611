/**
 * `bellwether eval mail`: the measures of the design on a pack of labelled mails. Each mail is judged twice: as it is, and with every Authentication-Results
 * header taken out, since not every service writes one.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { type Inspection, nobody } from '#mail'
import { type LabelledMail, readPack } from '#mail-files'
import { areaUnderCurve, cutFor, type Rate, rateOf, shareAt } from './rates.ts'
import type { ScanPorts } from './scan.ts'
import { withoutResults } from './without-results.ts'

export type EvalOptions = { readonly pack: string; readonly json: boolean; readonly atOnce: number }
export type EvalPorts = { readonly inspect: ScanPorts['inspect']; readonly output: Writable }

/** One line of the answer. `value` is a share, a speed or an area; shares carry their number of mails and 95 % interval. */
export type Measure = {
  readonly measure: string
  readonly value: number
  readonly n?: number
  readonly low?: number
  readonly high?: number
}

type Judged = LabelledMail & { readonly score: number; readonly flagged: boolean; readonly bare: number; readonly ms: number }

const core = /credential|brand|crypto/i
/** Transactional mail and newsletters: what filters that learnt from lists flag most. */
const hard = /txn|transaction|newsletter|zkemail|nylas|hard/i
const political = /politic/i

/** Measures and prints; answers the measures. Throws a refusal for an unusable pack. */
export async function evalMail(options: EvalOptions, ports: EvalPorts): Promise<readonly Measure[]> {
  const mails = await readPack(options.pack)
  const judged: Judged[] = []
  const running: Promise<Judged>[] = []
  for (const mail of mails) {
    const one = judge(options.pack, mail, ports)
    one.catch(() => undefined) // met in its turn
    running.push(one)
    if (running.length >= options.atOnce) judged.push(...(await firstOf(running)))
  }
  judged.push(...(await Promise.all(running)))
  const measures = measuresOf(judged)
  for (const measure of measures) ports.output.write(options.json ? `${JSON.stringify(measure)}\n` : `${inWords(measure)}\n`)
  return measures
}

const firstOf = async (running: Promise<Judged>[]): Promise<readonly Judged[]> => {
  const first = running.shift()
  return first === undefined ? [] : [await first]
}

async function judge(pack: string, mail: LabelledMail, { inspect }: EvalPorts): Promise<Judged> {
  const bytes = new Uint8Array(await readFile(join(pack, mail.file)))
  let ms = 0
  const took = (tookMs: number): void => {
    ms = tookMs
  }
  const bare = withoutResults(bytes)
  const context = { circle: nobody, trustedAuthserv: 'topmost' as const }
  const inspection: Inspection = await inspect(bytes, context, { took, giveAway: true })
  const whole = ms
  const { score: bareScore } = await inspect(bare, context, { took, giveAway: true })
  return { ...mail, score: inspection.score, flagged: inspection.verdict === 'dangerous', bare: bareScore, ms: whole }
}

function measuresOf(judged: readonly Judged[]): readonly Measure[] {
  const hostile = judged.filter((mail) => mail.isHostile)
  const honest = judged.filter((mail) => !mail.isHostile && !mail.isSynthetic)
  const scores = (mails: readonly Judged[], how: 'score' | 'bare' = 'score'): readonly number[] => mails.map((mail) => mail[how])
  const cuts = [0.001, 0.005, 0.01].map((share) => ({ share, cut: cutFor(scores(honest), share) }))
  const cut = cuts[0]?.cut ?? 1
  const bareCut = cutFor(scores(honest, 'bare'), 0.001)
  const slices = [
    { name: 'credential, brand and crypto', mails: hostile.filter((mail) => core.test(mail.kind)) },
    ...groups(hostile, (mail) => mail.kind).map(([kind, mails]) => ({ name: kind, mails })),
  ]
  const hardHam = judged.filter((mail) => !mail.isHostile && hard.test(mail.source))
  const flaggedIn = (mails: readonly Judged[]): Rate => rateOf(mails.filter((mail) => mail.flagged).length, mails.length)
  const times = judged.map((mail) => mail.ms).sort((left, right) => left - right)
  return [
    ...cuts.map(({ share, cut: at }) => line(`found at ${share * 100} % of honest mail`, shareAt(scores(hostile), at))),
    ...slices.map(({ name, mails }) => line(`found at 0.1 %: ${name}`, shareAt(scores(mails), cut))),
    line('honest mail at that cut', shareAt(scores(honest), cut)),
    line('hard honest mail at that cut', shareAt(scores(hardHam), cut)),
    line('political mail at that cut', shareAt(scores(judged.filter((mail) => !mail.isHostile && political.test(mail.source))), cut)),
    line('without results: found at 0.1 %', shareAt(scores(hostile, 'bare'), bareCut)),
    line('without results: hard honest mail at that cut', shareAt(scores(hardHam, 'bare'), bareCut)),
    line('as shipped: found', flaggedIn(hostile)),
    line('as shipped: honest mail flagged', flaggedIn(honest)),
    line('as shipped: hard honest mail flagged', flaggedIn(hardHam)),
    ...groups(judged, (mail) => mail.source).map(([source, mails]) => line(`as shipped: flagged of ${source}`, flaggedIn(mails))),
    ...leftOut(honest),
    { measure: 'area under the curve', value: areaUnderCurve(scores(hostile), scores(honest)) },
    { measure: 'cut at 0.1 %', value: cut },
    ...calibration(judged),
    { measure: 'median ms a mail', value: times[Math.floor(times.length / 2)] ?? 0 },
    { measure: '99th percentile ms a mail', value: times[Math.floor(times.length * 0.99)] ?? 0 },
  ]
}

/** Whether the line carries over: it is drawn without a source, at one honest mail in a thousand of all others, and tried on that source. */
const leftOut = (honest: readonly Judged[]): readonly Measure[] =>
  groups(honest, (mail) => mail.source).map(([source, mails]) => {
    const others = honest.filter((mail) => mail.source !== source)
    const cut = cutFor(
      others.map((mail) => mail.score),
      0.001,
    )
    return line(
      `source left out: honest mail of ${source} at the others' 0.1 %`,
      shareAt(
        mails.map((mail) => mail.score),
        cut,
      ),
    )
  })

/** Whether a score means what it says: of the mails in each tenth, how many are hostile. */
const calibration = (judged: readonly Judged[]): readonly Measure[] =>
  Array.from({ length: 10 }, (_, tenth) => {
    const mails = judged.filter((mail) => Math.min(9, Math.floor(mail.score * 10)) === tenth)
    return line(`hostile among scores from ${tenth / 10}`, rateOf(mails.filter((mail) => mail.isHostile).length, mails.length))
  })

const line = (measure: string, { value, n, low, high }: Rate): Measure => ({ measure, value, n, low, high })

function groups(mails: readonly Judged[], keyOf: (mail: Judged) => string): readonly (readonly [string, readonly Judged[]])[] {
  const found = new Map<string, Judged[]>()
  for (const mail of mails) {
    const key = keyOf(mail)
    const group = found.get(key) ?? []
    group.push(mail)
    found.set(key, group)
  }
  return [...found].filter(([key]) => key !== '').sort(([left], [right]) => left.localeCompare(right))
}

function inWords({ measure, value, n, low, high }: Measure): string {
  if (n === undefined || low === undefined || high === undefined) return `${measure}: ${value.toFixed(3)}`
  const percent = (share: number): string => `${(share * 100).toFixed(share < 0.1 ? 2 : 1)} %`
  return `${measure}: ${percent(value)} of ${n} (${percent(low)} to ${percent(high)})`
}
