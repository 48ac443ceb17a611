/** Writes the demo's mail over SMTP: a first scene at once, then a letter now and again. */
import { createTransport } from 'nodemailer'
import type { Log } from '#kernel'
import { players } from './cast.ts'
import { hostile, ordinary } from './letters.ts'

const everyMs = 15_000
/** Every so many letters somebody means harm. */
const harmEvery = 6

export function play(port: number, { log, random }: { readonly log: Log; readonly random: () => number }): { stop(): void } {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, pool: true, maxConnections: 2 })
  let written = 0

  async function send(letter: {
    readonly to: string
    readonly from: string
    readonly subject: string
    readonly text?: string
    readonly html?: string
  }): Promise<void> {
    await transport.sendMail({ ...letter, envelope: { from: 'bounces@sender.example', to: letter.to } }).catch((cause: unknown) => {
      log.warn({ cause: String(cause) }, 'a letter of the demo was not sent')
    })
  }

  async function openingScene(): Promise<void> {
    for (const player of players) for (const letter of ordinary) await send({ ...letter, to: player.work })
    for (const letter of hostile) await send(letter)
  }

  async function next(): Promise<void> {
    written += 1
    const player = players[written % players.length]
    const list = written % harmEvery === 0 ? hostile : ordinary
    const letter = list[Math.floor(random() * list.length)]
    if (player && letter) await send({ to: player.work, ...letter })
  }

  void openingScene()
  const timer = setInterval(() => void next(), everyMs)
  return {
    stop: () => {
      clearInterval(timer)
      transport.close()
    },
  }
}
