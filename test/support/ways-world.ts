/** A programme with a telephone company of the test's own, and the pages' half of what contact methods are given. */
import { createECDH, generateKeyPairSync } from 'node:crypto'
import type { Limit } from '#members'
import type { Channel, ContactDeps } from '#notify'
import { pushChannel } from '#notify'
import type { Message, Sent } from '../../src/programme/notify/channels/channel.ts'
import { maskedNumber, readPhoneNumber } from '../../src/programme/notify/channels/phone-number.ts'
import { sendProofTask } from '../../src/programme/notify/contact-methods/proof.ts'
import { sendProof } from '../../src/programme/notify/contact-methods/send-proof.ts'
import { unlimited } from './door.ts'
import type { World } from './programme.ts'
import { openWaitingJobs } from './waiting-jobs.ts'

export type Rung = { readonly number: string; readonly message: Message }

/** Text messages and calls that arrive at once, and Signal, which nobody set up. */
export async function openWays(world: World) {
  const rung: Rung[] = []
  const turn: { next: Sent | undefined } = { next: undefined }
  const phone = (name: 'sms' | 'voice' | 'signal', isSetUp: boolean): Channel => ({
    ...{ name, atOnce: 1, readAddress: readPhoneNumber, masked: maskedNumber },
    isSetUp: async () => isSetUp,
    send: async (number, message) => {
      const sent = turn.next
      turn.next = undefined
      if (sent !== undefined) return sent
      rung.push({ number, message })
      return { kind: 'taken', answer: 'ok' }
    },
    close: async () => undefined,
  })
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const push = pushChannel({
    askTyped: async () => ({ kind: 'failed', why: 'nothing is sent here' }),
    clock: world.clock,
    vapid: async () => ({ publicKey: createECDH('prime256v1').generateKeys('base64url'), privateKey }),
    sender: async () => ({ fromAddress: 'notices@protect.example' }),
  })
  const channels = [phone('sms', true), phone('voice', true), phone('signal', false), push]
  const sender = async () => ({
    ...{ name: 'Bellwether', publicAddress: 'https://protect.example', fromAddress: 'notices@protect.example' },
    ...{ helpContact: '', intakeDomain: '', relay: null },
  })
  const handler = sendProof({ ...world, channels, sender })
  const jobs = await openWaitingJobs(world.storage.databaseOwnerUrl, world.clock.now, { [sendProofTask]: handler })
  const deps = (limit: Limit = unlimited): ContactDeps => ({ ...world, channels, limit })
  return { deps, rung, turn, run: () => jobs.run(), close: jobs.close }
}
