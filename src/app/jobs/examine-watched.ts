/**
 * A mail that came to a secret address: read and authenticated in a thread, sorted, and settled. A security mail of the provider is kept and moves the
 * heartbeat; a forgery is judged like a mail in the mailbox; the rest is counted or let go.
 */
import { z } from 'zod'
import { type Reached, type ReceiveDeps, receiveForged } from '#alerts'
import { openReport, readWatched, type WatchedMail } from '#intake'
import { enqueue, type Handler } from '#jobs'
import { daysMs, setback } from '#kernel'
import type { Inspection } from '#mail'
import { circleOf } from '#members'
import { labelOf, providerOf, type ReadMail, settle, sortMail, tokenOf } from '#providers'
import type { Tx } from '#storage'
import type { Inspector } from '../inspector/index.ts'
import { inspectKnowing } from './inspect-knowing.ts'
import { recall } from './memory.ts'

export const examineWatchedTask = 'examine-watched'

const payloadSchema = z.object({ spoolId: z.uuid(), watchAddressId: z.uuid() })

export const askForWatched = (tx: Tx, mail: { readonly spoolId: string; readonly watchAddressId: string }): Promise<void> =>
  enqueue(tx, { task: examineWatchedTask, payload: { ...mail }, key: `${examineWatchedTask}/${mail.spoolId}` })

type Deps = ReceiveDeps & { readonly inspector: Inspector; readonly ourAddress: () => Promise<string> }

/** A provider that asks for a code before it writes by itself does so at once. */
const codeAwaitedMs = daysMs(2)

/** The handler of `examine-watched`. Setback `sender-not-looked-up` while DNS does not answer. */
export function openWatchedExamination(deps: Deps): Handler {
  const { storage, vault, clock } = deps
  return async (payload) => {
    const { spoolId, watchAddressId } = payloadSchema.parse(payload)
    const spooled = await openReport(storage, vault, spoolId)
    const address = await storage.asTenant({ kind: 'programme' }, (tx) => addressOf(tx, watchAddressId))
    if (spooled === undefined || address === undefined) return
    const mail = readWatched(spooled.bytes)
    const reached = { accountId: address.account_id, personId: address.person_id, organisationId: null, address: address.address_folded }
    const inspection = await inspect(deps, mail, reached)
    if (isOpen(mail.bytes, inspection)) throw setback('sender-not-looked-up', 'asking DNS who sent a mail: no answer')
    const provider = providerOf(address.address_folded)
    const read = readOf(inspection)
    const sorted = sortMail(read, {
      provider,
      account: address.address_folded,
      label: labelOf(vault, watchAddressId),
      token: address.beat_sent_at === null ? undefined : tokenOf(vault, watchAddressId, address.beat_sent_at),
      ourAddress: (await deps.ourAddress()).toLowerCase(),
      awaitsCode: address.way === 'contact' && clock.now().getTime() - address.made_at.getTime() < codeAwaitedMs,
    })
    const sealer = await vault.sealer({ kind: 'person', id: address.person_id })
    const { bytes } = mail
    const arrivedAt = spooled.receivedAt
    const settled = { spoolId, watchAddressId, provider: provider.id, bytes, read, date: inspection.view.date, arrivedAt }
    const take = (tx: Tx) => settle(tx, { clock, vault, sealer }, settled, sorted)
    if (sorted.kind === 'forged') await receiveForged(deps, { reached, bytes, inspection, arrivedAt, take })
    else await storage.asTenant({ kind: 'programme' }, take)
  }
}

/** As a mail in the account's own mailbox would be, with who brought it. An address of this network is a relay of the operator's own, and says nothing. */
async function inspect(
  deps: Deps,
  { bytes, receivedFrom }: WatchedMail,
  reached: Reached & { readonly address: string },
): Promise<Inspection> {
  const circle = await deps.storage.asTenant({ kind: 'programme' }, (tx) => circleOf(tx, reached))
  return inspectKnowing(deps, bytes, {
    ...{ circle, trustedAuthserv: [], recipient: reached.address },
    history: (await recall(deps, reached, bytes)).history,
    ...(!ofOurNetwork.test(receivedFrom.ip) && { receivedFrom }),
  })
}

const ofOurNetwork = /^(?:::ffff:)?(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|^(?:::1$|f[cd]|fe80)/i

function readOf({ view, authentication }: Inspection): ReadMail {
  const { dmarc, dkim, vouchedBy } = authentication
  const shownBy = dmarc !== 'pass' ? undefined : vouchedBy !== undefined ? 'forwarder' : dkim === 'pass' ? 'signature' : 'host'
  return { from: view.from, to: view.to, subject: view.subject, text: view.text, isChecked: authentication.saidBy === 'own check', shownBy }
}

/** Signed, and yet neither shown nor refuted: the key could not be asked for. */
function isOpen(bytes: Buffer, { authentication }: Inspection): boolean {
  const { saidBy, dkim, dmarc } = authentication
  if (saidBy !== 'own check' || dkim !== 'not stated' || dmarc === 'pass') return false
  const [head = ''] = bytes
    .subarray(0, mostHeaderBytes)
    .toString('latin1')
    .split(/\r?\n\r?\n/, 1)
  return /^dkim-signature:/im.test(head)
}

const mostHeaderBytes = 65_536

const addressOf = (tx: Tx, id: string) =>
  tx
    .selectFrom('watch_address')
    .innerJoin('account', 'account.id', 'watch_address.account_id')
    .select(['watch_address.person_id', 'account_id', 'way', 'made_at', 'beat_sent_at', 'address_folded'])
    .where('watch_address.id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
