/** Asks the DNS for TXT records as they are this moment: nothing is remembered, since somebody is changing them. */
import { Resolver } from 'node:dns/promises'
import { z } from 'zod'
import type { LookUpTxt } from '#notify'

const noSuchRecord = z.object({ code: z.enum(['ENOTFOUND', 'ENODATA']) })

type Options = {
  /** `off` on a machine that must ask nobody. */
  readonly dns: 'system' | 'off'
  /** Other resolvers than the machine's own. */
  readonly servers?: readonly string[]
}

export function openLookUpTxt({ dns, servers }: Options): LookUpTxt {
  if (dns === 'off') return async () => undefined
  return async (name) => {
    const resolver = new Resolver({ timeout: 2000, tries: 2 })
    if (servers !== undefined) resolver.setServers(servers)
    try {
      return (await resolver.resolveTxt(name)).map((strings) => strings.join(''))
    } catch (cause) {
      return noSuchRecord.safeParse(cause).success ? [] : undefined
    }
  }
}
