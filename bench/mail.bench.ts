/**
 * How many messages the mail engine examines in a second on one core, and how many hostile ones it finds at a fixed rate of false alarms, beside Rspamd and
 * SpamAssassin on the same mails in the same run. Nobody asks the network. The pack of labelled mails is named by BELLWETHER_MAIL_PACK.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cutFor, shareAt, withoutResults } from '#cli'
import { inspect, nobody } from '#mail'
import { type LabelledMail, readPack } from '#mail-files'
import { type PeerRun, packFolder } from './peers/peer.ts'
import { runRspamd } from './peers/rspamd.ts'
import { runSpamAssassin } from './peers/spamassassin.ts'
import type { Row } from './row.ts'

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'mail')
const context = { circle: nobody, trustedAuthserv: 'topmost' } as const
/** SpamAssassin takes a tenth of a second a mail: it gets every second one. */
const everyNth = 2

/** The rows of this bench. */
export async function measure(): Promise<readonly Row[]> {
  const folder = packFolder()
  return [...(await speedOnFixtures()), ...(folder === undefined ? [] : await onPack(folder))]
}

async function speedOnFixtures(): Promise<readonly Row[]> {
  const paths = globSync('{honest,hostile}/*.eml', { cwd: fixtures })
    .sort()
    .map((file) => join(fixtures, file))
  const letters = paths.map((path) => readFileSync(path))
  const sizeKb = letters.reduce((sum, letter) => sum + letter.length, 0) / letters.length / 1024
  const note = `${letters.length} hand-made messages of ${sizeKb.toFixed(1)} kB, one core, no DNS`
  await examineAll(letters)
  const { perSecond, times } = await examineAll(letters)
  const peer = runSpamAssassin(paths)
  return [
    { name: 'messages examined', unit: 'messages/s', ours: perSecond, better: 'more', ...asPeer(peer, (run) => run.perSecond), note },
    { name: 'slowest message in a hundred', unit: 'ms', ours: times[Math.floor(times.length * 0.99)] ?? 0, better: 'less', note },
  ]
}

type Examined = { readonly perSecond: number; readonly times: readonly number[]; readonly scores: readonly number[] }

/** `perSecond` by the time the processor worked, since the machine may be shared; `times` by the clock, shortest first. */
async function examineAll(letters: readonly Uint8Array[]): Promise<Examined> {
  const times: number[] = []
  const scores: number[] = []
  const before = process.cpuUsage()
  for (const letter of letters) {
    const began = performance.now()
    const { score } = await inspect(letter, context)
    times.push(performance.now() - began)
    scores.push(score)
  }
  const { user, system } = process.cpuUsage(before)
  return { perSecond: letters.length / ((user + system) / 1e6), times: times.sort((left, right) => left - right), scores }
}

async function onPack(folder: string): Promise<readonly Row[]> {
  const mails = await readPack(folder)
  const paths = mails.map((mail) => join(folder, mail.file))
  const letters = paths.map((path) => readFileSync(path))
  await examineAll(letters.slice(0, 500))
  const whole = await examineAll(letters)
  const bare = await examineAll(letters.map(withoutResults))
  const rspamd = runRspamd(paths)
  const some = mails.filter((_, place) => place % everyNth === 0)
  const spamAssassin = runSpamAssassin(paths.filter((_, place) => place % everyNth === 0))
  const note = `${mails.length} labelled mails, one core, no DNS for anybody`
  const ours = finds(mails, whole.scores)
  const oursOfSome = finds(
    some,
    whole.scores.filter((_, place) => place % everyNth === 0),
  )
  return [
    {
      name: 'mails of the pack examined',
      unit: 'messages/s',
      ours: whole.perSecond,
      better: 'more',
      ...asPeer(rspamd, (run) => run.perSecond),
      note,
    },
    {
      name: 'slowest mail of the pack in a hundred',
      unit: 'ms',
      ours: whole.times[Math.floor(whole.times.length * 0.99)] ?? 0,
      better: 'less',
      note,
    },
    ...compared(ours, rspamd && { name: rspamd.name, finds: finds(mails, rspamd.scores) }, note),
    ...compared(
      oursOfSome,
      spamAssassin && { name: spamAssassin.name, finds: finds(some, spamAssassin.scores) },
      `every second mail, ${some.length} of them; no DNS for anybody`,
    ),
    ...compared(finds(mails, bare.scores), undefined, 'Authentication-Results taken out of every mail'),
  ]
}

const slices = {
  'hostile mails found': (mail: LabelledMail) => mail.isHostile,
  'credential, brand and crypto mails found': (mail: LabelledMail) => mail.isHostile && /credential|brand|crypto/.test(mail.kind),
  'hard honest mails flagged': (mail: LabelledMail) => !mail.isHostile && /txn|transaction|newsletter|zkemail|nylas/.test(mail.source),
  'political mails flagged': (mail: LabelledMail) => !mail.isHostile && /politic/.test(mail.source),
} as const

type Finds = ReadonlyMap<string, number>

/** Each slice's share in per cent at the cut that flags one real honest mail in a thousand. */
function finds(mails: readonly LabelledMail[], given: readonly (number | undefined)[]): Finds {
  const scores = given.map((score) => score ?? 0)
  const of = (wanted: (mail: LabelledMail) => boolean): readonly number[] =>
    scores.filter((_, place) => {
      const mail = mails[place]
      return mail !== undefined && wanted(mail)
    })
  const cut = cutFor(
    of((mail) => !mail.isHostile && !mail.isSynthetic),
    0.001,
  )
  return new Map(Object.entries(slices).map(([name, wanted]) => [name, shareAt(of(wanted), cut).value * 100]))
}

const compared = (ours: Finds, peer: { readonly name: string; readonly finds: Finds } | undefined, note: string): readonly Row[] =>
  [...ours].map(([name, value]) => ({
    name: `${name} at 0.1 % of honest mail`,
    unit: '%',
    ours: value,
    better: name.endsWith('found') ? ('more' as const) : ('less' as const),
    ...(peer && { peer: { name: peer.name, value: peer.finds.get(name) ?? 0 } }),
    note,
  }))

const asPeer = (run: PeerRun | undefined, value: (run: PeerRun) => number): Pick<Row, 'peer'> =>
  run === undefined ? {} : { peer: { name: run.name, value: value(run) } }
