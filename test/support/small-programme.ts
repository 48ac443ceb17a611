/** The product with one person whose mailbox is watched and who is told elsewhere: for journeys about what goes wrong around it. */
import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { type Dovecot, startDovecot } from './dovecot.ts'
import { attackKinds, attackLetter, chance } from './letters.ts'
import { type PlainBrowser, plainBrowser } from './plain-browser.ts'
import { newDataDir, type Product, startProduct } from './product.ts'
import { ask } from './product-database.ts'
import { openHouseFor, type Seeded, seedOrganisation, seedRelay } from './seed.ts'
import { type Received, type SmtpSink, startSmtpSink, textOf } from './smtp-sink.ts'
import type { Ground } from './two-databases.ts'
import { until } from './until.ts'

export type LogLine = {
  readonly level: number
  readonly msg: string
  readonly code?: string
  readonly route?: string
  readonly stack?: string
}

export type SmallProgramme = {
  readonly product: Product
  readonly dovecot: Dovecot
  readonly sink: SmtpSink
  readonly ana: Seeded
  /** Ana, signed in by a mailed code. */
  readonly screen: PlainBrowser
  /** Delivers an attack of another kind each time, and gives its number. */
  attack(): Promise<number>
  /** Waits until the other address received `count` notices; one that came twice counts once. */
  notices(count: number, withinMs?: number): Promise<void>
  count(sql: string): Promise<number>
  /** What was logged since `work` began, once something was; fails when a line is no JSON, as a stack would be. */
  loggedDuring(work: () => Promise<unknown>): Promise<readonly LogLine[]>
}

const isNotice = (message: Received): boolean => /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/.test(textOf(message))

type Options = { readonly on?: Ground; readonly tls?: boolean; readonly dataDir?: string }

/** `t.after` ends everything that was started. */
export async function smallProgramme(
  t: { after(done: () => Promise<unknown>): void },
  { on, tls = false, dataDir: given }: Options = {},
): Promise<SmallProgramme> {
  const dataDir = given ?? (await newDataDir())
  const environment = on?.environment ?? {}
  const [dovecot, sink] = await Promise.all([startDovecot({ tls }), startSmtpSink()])
  t.after(() => Promise.all([dovecot.remove(), sink.stop(), rm(dataDir, { recursive: true, force: true }).catch(() => undefined)]))
  const house = await openHouseFor(dataDir, environment)
  const [ana = assert.fail()] = await seedOrganisation(house, {
    organisation: 'Westlake Office',
    domain: 'westlake-office.example',
    people: ['Ana Ruiz'],
    imap: dovecot,
  })
  await seedRelay(house, sink)
  await house.close()
  await dovecot.addBox(ana.work, ana.password)
  const product = await startProduct({ dataDir, environment })
  t.after(() => product.stop())
  const where = { dataDir, ...(on?.given && { adminUrl: on.given.adminUrl }) }
  const count = async (sql: string) => Number((await ask<{ count: string }>(where, sql).catch(() => []))[0]?.count ?? -1)
  await until(
    'the mailbox is watched',
    async () => (await count("select count(*) from bellwether.connection where state = 'watching'")) === 1,
  )

  const screen = plainBrowser(product.address)
  const asked = await screen.send('/sign-in', { address: ana.personal })
  const challenge = /name="challenge" value="([\w-]+)"/.exec(asked.markup)?.[1] ?? assert.fail('the form holds no challenge')
  const [letter = assert.fail()] = await sink.waitFor(1)
  const [code = ''] = /\b\d{3} ?\d{3}\b/.exec(textOf(letter).split('\r\n\r\n').slice(1).join('\n')) ?? []
  assert.match((await screen.send('/sign-in/code', { address: ana.personal, code, challenge })).says, /Ana/)

  const random = chance(23)
  let attacks = 0
  return {
    product,
    dovecot,
    sink,
    ana,
    screen,
    count,
    attack: async () => {
      const kind = attackKinds[attacks] ?? assert.fail('there are no more kinds')
      await dovecot.deliver(ana.work, attackLetter(kind, random, { name: ana.name, address: ana.work }).bytes)
      attacks += 1
      return attacks
    },
    notices: async (wanted, withinMs = 15_000) => {
      const arrived = async () => new Set((await sink.received()).filter(isNotice).map(({ messageId }) => messageId)).size
      await until(`${wanted} notices arrived`, async () => (await arrived()) >= wanted, withinMs)
    },
    loggedDuring: async (work) => {
      const before = product.printed().length
      await work()
      const lines = await until('the log says something', () => {
        const whole = product.printed().slice(before)
        return whole.endsWith('\n') && whole.split('\n').filter(Boolean)
      })
      return lines.map((line): LogLine => JSON.parse(line))
    },
  }
}
