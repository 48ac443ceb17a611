/** The intake of reports and bounces: listens once both its port and a domain of its own are named. The domain may be named on the settings page while this runs. */
import { setTimeout as pause } from 'node:timers/promises'
import { type Intake, startIntake } from '#intake'
import { secondsMs, sentenceOf } from '#kernel'
import { reporterOf } from '#members'
import { deliveryOfToken, onDsn } from '#notify'
import type { House } from '../house.ts'
import { askForReport } from '../jobs/examine-report.ts'
import type { Role } from './role.ts'

const askAgainMs = secondsMs(5)

/** Refusal `intake-not-listening` when the port is taken and a domain is already named. */
export async function openIntake(house: House): Promise<Role> {
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

async function listen({ storage, vault, clock, log, settings, config, members }: House): Promise<Intake | undefined> {
  const { intakeDomain } = await settings.read()
  if (!config.intake || intakeDomain === '') return undefined
  return startIntake({
    ...config.intake,
    domain: intakeDomain,
    storage,
    vault,
    clock,
    log,
    knows: (localPart) => reporterOf(members, localPart),
    isBounceToken: (token) => deliveryOfToken(vault, token) !== undefined,
    onReport: (tx, { spoolId }) => askForReport(tx, spoolId),
    onBounce: async (tx, { token, dsn }) => {
      const [told] = dsn.recipients
      if (!told) return
      if (told.action === 'failed') log.warn({ delivery: deliveryOfToken(vault, token), status: told.status }, 'a letter came back')
      await onDsn(tx, { vault, clock }, token, told)
    },
  })
}
