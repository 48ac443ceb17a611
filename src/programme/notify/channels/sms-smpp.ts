/** Text messages straight to a message centre by SMPP 3.4; its receipts and people's replies come back on the same connection. */
import type { Pdu } from 'smpp'
import { secondsMs } from '#kernel'
import type { Sent } from './channel.ts'
import type { ChannelDeps } from './deps.ts'
import { replyOf } from './replies.ts'
import { readSmppReport } from './reports.ts'
import type { SmppSettings } from './settings.ts'
import { openSmppLink, type SmppTimes, type Submitted } from './smpp-link.ts'
import type { SmsGateway } from './sms-gateway.ts'
import { smsText, withHeaders } from './sms-parts.ts'

/** SMPP 3.4 §5.1.3. */
const ok = 0x00
const wrongAddress = 0x0b
const everybodys: ReadonlySet<number> = new Set([0x04, 0x05, 0x08, 0x0d, 0x0e, 0x0f, 0x14, 0x58])
const throttled = 0x58
const submitFailed = 0x45

/** §5.2.12: a header stands before the text. */
const withHeader = 0x40
/** §5.2.12: bits 2 to 5 say that it is a receipt of the centre or of the telephone. */
const receiptBits = 0x3c
/** §5.2.5: numbers of the world, names, and numbers of a network. */
const ton = { international: 1, alphanumeric: 5, unknown: 0 } as const

export function smppGateway(deps: Pick<ChannelDeps, 'heard' | 'log'>, settings: SmppSettings, timesMs?: Partial<SmppTimes>): SmsGateway {
  const link = openSmppLink({ settings, onDeliver: (pdu) => hear(deps, pdu), ...(timesMs && { timesMs }) })
  return {
    send: async (number, { short, key }) => {
      const { alphabet, parts } = smsText(short)
      const whole = withHeaders(parts, key)
      let submitted: Submitted | undefined
      for (const [at, part] of whole.entries()) {
        submitted = await link.submit({
          ...sourceOf(settings.sender),
          ...{ dest_addr_ton: ton.international, dest_addr_npi: 1, destination_addr: number.slice(1) },
          esm_class: whole.length > 1 ? withHeader : 0,
          data_coding: alphabet === 'gsm7' ? 0 : 8,
          short_message: part,
          // One receipt a message: that of its last part.
          registered_delivery: at === whole.length - 1 ? 1 : 0,
        })
        if (submitted.kind === 'failed' || submitted.status !== ok) break
      }
      return sentOfSubmitted(submitted ?? { kind: 'failed', why: 'not connected' }, settings)
    },
    close: link.close,
  }
}

const sourceOf = (sender: string) => {
  if (sender.startsWith('+')) return { source_addr_ton: ton.international, source_addr_npi: 1, source_addr: sender.slice(1) }
  const isNumber = /^\d+$/.test(sender)
  return { source_addr_ton: isNumber ? ton.unknown : ton.alphanumeric, source_addr_npi: isNumber ? 1 : 0, source_addr: sender }
}

function sentOfSubmitted(submitted: Submitted, { reportsInDecimal }: SmppSettings): Sent {
  if (submitted.kind === 'failed') return { kind: 'later', answer: submitted.why, everybody: true }
  const { status, messageId } = submitted
  const answer = `0x${status.toString(16).padStart(2, '0')}`
  if (status === ok) return { kind: 'taken', answer, ...(messageId !== '' && { reference: asReported(messageId, reportsInDecimal) }) }
  if (status === wrongAddress) return { kind: 'gone', answer }
  if (everybodys.has(status)) return { kind: 'later', answer, everybody: true, ...(status === throttled && { afterMs: secondsMs(1) }) }
  return status === submitFailed ? { kind: 'later', answer, everybody: false } : { kind: 'refused', answer }
}

const asReported = (messageId: string, inDecimal: boolean): string =>
  inDecimal && /^[0-9a-f]{1,16}$/i.test(messageId) ? BigInt(`0x${messageId}`).toString() : messageId

async function hear({ heard, log }: Pick<ChannelDeps, 'heard' | 'log'>, pdu: Pdu): Promise<void> {
  const text = String((pdu.message_payload ?? pdu.short_message)?.message ?? '')
  if (((pdu.esm_class ?? 0) & receiptBits) === 0) {
    const reply = replyOf((pdu.source_addr ?? '').replace(/^\+/, ''), text)
    if (reply !== undefined) await heard.reply(reply)
    return
  }
  const report = readSmppReport({
    text,
    ...(pdu.message_state !== undefined && { messageState: pdu.message_state }),
    ...(pdu.receipted_message_id && { receiptedId: pdu.receipted_message_id }),
  })
  if (report !== undefined) await heard.report(report)
  else log.info({ channel: 'sms' }, 'a receipt says nothing final')
}
