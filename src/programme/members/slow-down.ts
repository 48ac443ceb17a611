/**
 * Limits by remote address, so that nobody can guess in bulk and nobody can
 * block others: each address has its own counters, kept as a keyed hash. An
 * IPv6 house has one counter for its /64.
 */
import { isIPv6 } from 'node:net'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { setback } from '#kernel'
import type { Vault } from '#secrets'
import type { Storage } from '#storage'

export type Limit = {
  /** Counts one try; answers how long to wait when there were too many, else 0. */
  readonly count: (remoteAddress: string) => Promise<number>
}

type Rates = { readonly perMinute: number; readonly perHour: number }

/** Opens the limit of that name; processes that open the same name share its counters. */
export function openLimit({ storage, vault }: { readonly storage: Storage; readonly vault: Vault }, name: string, rates: Rates): Limit {
  const counter = (points: number, durationSeconds: number, each: string) =>
    new RateLimiterPostgres({
      storeClient: storage.pool,
      storeType: 'pool',
      schemaName: 'bellwether',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: `${name}/${each}`,
      points,
      duration: durationSeconds,
    })
  const counters = [counter(rates.perMinute, 60, 'minute'), counter(rates.perHour, 3600, 'hour')]

  async function count(remoteAddress: string): Promise<number> {
    const key = vault.mac('rate-limit', houseOf(remoteAddress)).toString('base64url').slice(0, 32)
    const waits = await Promise.all(
      counters.map(async (one) => {
        try {
          await one.consume(key)
          return 0
        } catch (thrown) {
          // The library throws its answer when the points are used up, and an Error when the store failed.
          if (thrown instanceof RateLimiterRes) return Math.ceil(thrown.msBeforeNext / 1000)
          throw setback('database-gone', 'The database cannot be reached at the moment.', { cause: thrown })
        }
      }),
    )
    return Math.max(...waits)
  }

  return { count }
}

/** The part of an address that one household or office holds: all of IPv4, the first 64 bits of IPv6. */
export function houseOf(remoteAddress: string): string {
  const address = remoteAddress.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  const groups = [...left, ...zeros, ...right].slice(0, 4)
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`
}
