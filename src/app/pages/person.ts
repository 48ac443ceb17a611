/** What a person sees and does for themselves: members keeps it, notify has the notices, imap tries the mailbox. */

import { authservOf, type ImapSettings, imapSettingsSchema, knownProvider, takesAppPassword, tryMailbox } from '#imap'
import { refusal, secondsMs } from '#kernel'
import { suggestAuthserv } from '#mail'
import {
  account,
  addPersonal,
  consentsOf,
  disconnect,
  exportMine,
  giveConsent,
  home,
  keepConnection,
  openLimit,
  ownPhrase,
  prove,
  removeAccount,
  reportLocalPart,
  sendProof,
  setLanguage,
  whoLooked,
  whoSees,
  withdrawConsent,
} from '#members'
import { acknowledgeNotice, type NotifyDeps, noticeSeen, openDeed, sayDone, takeBack } from '#notify'
import { checkDue, heardOf } from '#providers'
import { testTold } from '#simulations'
import type { Home, MailboxGuess, PersonDesk } from '#web'
import type { House } from '../house.ts'
import { cardPdf } from './card-pdf.ts'

function guessMailbox(address: string): MailboxGuess | undefined {
  const known = knownProvider(address)
  if (!known) return undefined
  const { host, port, tls, user } = known.settings
  return {
    settings: { host, port, tls, user },
    provider: known.name,
    appPassword: known.appPassword !== undefined,
    ...(known.appPassword !== undefined && { where: known.appPassword }),
  }
}

const tooManyMailboxTries = () =>
  refusal(
    'too-many-mailbox-tries',
    'There were too many tries to open a mailbox. Wait an hour, and have the right server and password at hand.',
  )

type Login = Pick<ImapSettings, 'host' | 'port' | 'tls' | 'user'>

/** Whether this login can only be the address's own: at the provider we know for it, over TLS, under its very name. */
function isLoginOf(address: string, typed: Login, known: Login | undefined): boolean {
  if (known === undefined || typed.host.toLowerCase() !== known.host || typed.port !== known.port || typed.tls !== known.tls) return false
  return typed.user.trim().toLowerCase() === address.trim().toLowerCase()
}

type Todo = Home['todo'][number]

/** After what is new; before what only makes the next time easier. */
function withDeed(todo: readonly Todo[], deed: Todo | undefined): readonly Todo[] {
  if (deed === undefined) return todo
  const isNews = ({ kind }: Todo) => kind === 'recovery-asked' || kind === 'read-notice'
  return [...todo.filter(isNews), deed, ...todo.filter((one) => !isNews(one))]
}

export function personDeskOf(house: Pick<House, 'members' | 'settings' | 'storage' | 'vault'>, notify: NotifyDeps): PersonDesk {
  const { members, settings } = house
  // Each try dials a server that somebody named: enough for typing mistakes, too few to look for servers.
  const tries = openLimit(house, 'try-mailbox', { perMinute: 5, perHour: 20 })

  const connect: PersonDesk['connect'] = async (who, { accountId, settings: typed, password, consentVersion, reads }) => {
    const own = await account(members, who, accountId)
    if (!own) return false
    const known = knownProvider(own.address)?.settings
    const mailbox = imapSettingsSchema.parse({ ...typed, how: 'password', trustedAuthserv: authservOf(typed.host) })
    if (!('personId' in who) || (await tries.count(who.personId)) > 0) throw tooManyMailboxTries()
    const { heads } = await tryMailbox(mailbox, password, { timeoutMs: secondsMs(20) })
    // A provider we know is believed as the table says; elsewhere the newest mails show whose checks stand in them.
    const found = mailbox.trustedAuthserv.length > 0 ? mailbox.trustedAuthserv : suggestAuthserv(mailbox.host, heads)
    const kept = {
      accountId,
      settings: { ...mailbox, trustedAuthserv: found },
      secret: password,
      consentVersion,
      reads,
      loginIsAddress: isLoginOf(own.address, typed, known),
      isAccountPassword: !takesAppPassword(typed.host),
    }
    return (await keepConnection(members, who, kept)) !== undefined
  }

  const seeHome: PersonDesk['home'] = async (who) => {
    const { reportLocalPart: _, notices, language, ...own } = await home(members, who)
    const due = await checkDue(members, who)
    const test = await testTold(members, who)
    const seen = {
      ...own,
      ...(test && { test }),
      heard: await heardOf(members, who),
      todo: withDeed([...own.todo, ...(due ? [due] : [])], await openDeed(notify, who)),
    }
    const { intakeDomain } = await settings.read()
    const titled: Home['notices'] = notices.map(({ headline, ...notice }) => ({
      ...notice,
      title: headline === undefined ? '' : notify.explain.titleOf(headline, language),
    }))
    if (intakeDomain === '' || !('personId' in who)) return { ...seen, notices: titled }
    return { ...seen, notices: titled, reportAddress: `${await reportLocalPart(members, who.personId)}@${intakeDomain}` }
  }

  return {
    home: seeHome,
    account: (who, accountId) => account(members, who, accountId),
    guessMailbox,
    connect,
    disconnect: (who, accountId) => disconnect(members, who, accountId),
    addPersonal: (who, address) => addPersonal(members, who, address),
    sendProof: (who, accountId) => sendProof(members, who, accountId),
    prove: (who, accountId, code) => prove(members, who, accountId, code),
    removeAccount: (who, accountId, session) => removeAccount(members, who, accountId, session),
    ownPhrase: (who) => ownPhrase(members, who),
    cardPdf,
    notice: (who, id) => noticeSeen(notify, who, id),
    acknowledge: (who, id, by) => acknowledgeNotice(notify, who, id, by),
    sayDone: (who, which) => sayDone(notify, who, which),
    takeBack: (who, which) => takeBack(notify, who, which),
    privacy: async (who) => {
      const { retention } = await settings.read()
      return {
        ...(await consentsOf(members, who)),
        looks: await whoLooked(members, who),
        keeps: retention,
      }
    },
    giveConsent: (who, input) => giveConsent(members, who, input),
    withdrawConsent: (who, consentId) => withdrawConsent(members, who, consentId),
    whoSees: (who) => whoSees(members, who),
    exportMine: (who) => exportMine(members, who),
    setLanguage: (who, language) => setLanguage(members, who, language),
  }
}
