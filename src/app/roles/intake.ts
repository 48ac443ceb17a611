/** The intake of reports, bounces and security mails of providers: listens once both its port and a domain of its own are named. The domain may be named on the settings page while this runs. */
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { type Intake, startIntake } from '#intake'
import { refusal, secondsMs, sentenceOf } from '#kernel'
import { reporterOf } from '#members'
import { deliveryOfToken, onDsn } from '#notify'
import { watchedBy } from '#providers'
import type { House } from '../house.ts'
import { askForReport } from '../jobs/examine-report.ts'
import { askForWatched } from '../jobs/examine-watched.ts'
import type { Role } from './role.ts'

type IntakeHouse = Pick<House, 'storage' | 'vault' | 'clock' | 'log' | 'settings' | 'members'> & {
  readonly config: Pick<House['config'], 'intake'>
}

const askAgainMs = secondsMs(5)

/** Refusal `intake-not-listening` when the port is taken and a domain is already named. */
export async function openIntake(house: IntakeHouse): Promise<Role> {
  const stopping = new AbortController()
  let intake = await listen(house)

  async function waitForDomain(): Promise<void> {
    while (house.config.intake && !intake && !stopping.signal.aborted) {
      await pause(askAgainMs, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted) return
      intake = await listen(house).catch((cause: unknown) => {
        house.log.warn({}, `the intake does not listen yet: ${sentenceOf(cause)}`)
        return undefined
      })
    }
  }

  const waiting = waitForDomain()
  return {
    stop: async () => {
      stopping.abort()
      await waiting
      await intake?.stop()
    },
  }
}

async function listen({ storage, vault, clock, log, settings, config, members }: IntakeHouse): Promise<Intake | undefined> {
  const { intakeDomain, tls } = await settings.read()
  if (!config.intake || intakeDomain === '') return undefined
  return startIntake({
    ...config.intake,
    ...(tls.mode === 'files' && { tls: await readPair(tls) }),
    domain: intakeDomain,
    storage,
    vault,
    clock,
    log,
    knows: async (localPart) => (await watchedBy(members, localPart)) ?? reporterOf(members, localPart),
    isBounceToken: (token) => deliveryOfToken(vault, token) !== undefined,
    onReport: (tx, { spoolId }) => askForReport(tx, spoolId),
    onWatched: askForWatched,
    onBounce: async (tx, { token, dsn }) => {
      const [told] = dsn.recipients
      if (!told) return
      if (told.action === 'failed') log.warn({ delivery: deliveryOfToken(vault, token), status: told.status }, 'a letter came back')
      await onDsn(tx, { vault, clock }, token, told)
    },
  })
}

/** Reports are private mail: with the certificate of the pages they travel under TLS (RFC 3207). */
async function readPair(tls: {
  readonly certificate: string
  readonly key: string
}): Promise<{ readonly cert: string; readonly key: string }> {
  try {
    return { cert: await readFile(tls.certificate, 'utf8'), key: await readFile(tls.key, 'utf8') }
  } catch (cause) {
    throw refusal('certificate-unreadable', `The certificate ${tls.certificate} or its key ${tls.key} cannot be read.`, { cause })
  }
}
