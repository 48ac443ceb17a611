/** What can be seen of a personal account: members has the account, providers its house, its secret address and the person's own looks; alerts hears of a call for help. */
import { raise } from '#alerts'
import type { Who } from '#kernel'
import { account } from '#members'
import { answerSelfCheck, makeWatchAddress, providerOf, replaceWatchAddress, selfCheck, sendTestMail, tellDesk, watching } from '#providers'
import type { ProvidersDesk } from '#web'
import type { House } from '../house.ts'

type ProvidersHouse = Pick<House, 'members' | 'settings' | 'storage' | 'clock'>

export function providersOf(house: ProvidersHouse): ProvidersDesk {
  const { members, settings } = house
  return {
    sight: async (who, accountId) => {
      const own = await account(members, who, accountId)
      if (own === undefined || own.kind !== 'personal') return undefined
      const { id, name, securitySenders } = providerOf(own.address)
      const { intakeDomain } = await settings.read()
      const live = await watching(members, who, accountId)
      const looked = await selfCheck(members, who, accountId)
      return {
        account: own,
        provider: id,
        providerName: name,
        senders: id === 'other' ? `@${name}` : securitySenders.join(', '),
        mayWatch: intakeDomain !== '',
        ...(live && { watching: { ...live, address: `${live.localPart}@${intakeDomain}` } }),
        ...(looked && { selfCheck: looked }),
      }
    },
    makeAddress: async (who, asked) => (await settings.read()).intakeDomain !== '' && makeWatchAddress(members, who, asked),
    sendTest: (who, accountId) => sendTestMail(members, who, accountId),
    replaceAddress: (who, accountId) => replaceWatchAddress(members, who, accountId),
    answerSelfCheck: (who, given) => answerSelfCheck(members, who, given),
    tellDesk: (who, accountId) => callForHelp(house, who, accountId),
  }
}

const placesInWords = {
  activity: 'activity',
  devices: 'a device',
  forwarding: 'forwarding or a rule',
  recovery: 'a recovery address or number',
  apps: 'an app with access',
} as const

/** The desk hears a name and what was marked: the person asked for it, and read that it would be so. */
async function callForHelp({ storage, clock }: ProvidersHouse, who: Who, accountId: string): Promise<boolean> {
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const told = await tellDesk(tx, { clock }, who, accountId)
    if (told === undefined) return false
    const marked = told.steps.map((step) => placesInWords[step]).join(', ')
    await raise(tx, clock, {
      kind: 'help-asked',
      subject: `self-check/${told.checkId}`,
      severity: 'high',
      personId: 'personId' in who ? who.personId : null,
      says: `${told.name} asks for help: in a personal account they found what is not theirs (${marked}). Get in touch with them.`,
    })
    return true
  })
}
