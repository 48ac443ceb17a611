/** Plugs the rooms into each other: what alerts, notify and the pages ask for as ports is given here, and nowhere else. */
import { setTimeout as pause } from 'node:timers/promises'
import type { DeskDeps, ReceiveDeps } from '#alerts'
import { adviceOf, checkIn, sayIn, titleOf, whereIn } from '#mail'
import { type DkimKey, type NotifyDeps, noticePhrases, openCheck, openDkimKeys, openTeller, ownNames } from '#notify'
import { openRegisteredTests, type SimulationDeps } from '#simulations'
import type { WebDeps } from '#web'
import type { House } from './house.ts'
import { checkRule } from './own/check-rule.ts'
import { readFiles } from './own/read-files.ts'
import { analystToolsOf } from './pages/analyst.ts'
import { applicationsOf } from './pages/applications.ts'
import { channelsOf } from './pages/channels.ts'
import { composerOf } from './pages/composer.ts'
import { deskOf } from './pages/desk.ts'
import { doorOf } from './pages/door.ts'
import { elsewhereOf } from './pages/elsewhere.ts'
import { enrolmentOf } from './pages/enrolment.ts'
import { erasureOf } from './pages/erasure.ts'
import { helpingDeskOf } from './pages/helping.ts'
import { householdOf } from './pages/household.ts'
import { howToldOf } from './pages/how-told.ts'
import { noticesSeenOf } from './pages/notices.ts'
import { observingOf } from './pages/observing.ts'
import { operationsOf } from './pages/operations.ts'
import { organisationsOf } from './pages/organisations.ts'
import { ownRulesOf } from './pages/own-rules.ts'
import { personDeskOf } from './pages/person.ts'
import { programsOf } from './pages/programs.ts'
import { providersOf } from './pages/providers.ts'
import { recoveryOf } from './pages/recovery.ts'
import { rotaOf } from './pages/rota.ts'
import { seasonPagesOf } from './pages/season.ts'
import { staffOf } from './pages/staff.ts'
import { waysInOf } from './pages/ways-in.ts'
import { smimeOf } from './settings/smime.ts'

export const rest = async (milliseconds: number): Promise<void> => {
  await pause(milliseconds)
}

export function notifyDepsOf({ storage, vault, clock, settings, own }: House): NotifyDeps {
  return {
    storage,
    vault,
    clock,
    explain: { titleOf: (id, language) => own.titleOf(id, language) ?? titleOf(id, language), sayIn, adviceOf, checkIn, whereIn },
    sender: async () => {
      const now = await settings.read()
      const { programmeName, publicAddress, fromAddress, helpContact, intakeDomain, smtp } = now
      const smime = smimeOf(now)
      return { name: programmeName, publicAddress, fromAddress, helpContact, intakeDomain, relay: smtp, ...(smime && { smime }) }
    },
  }
}

/** What is the programme's own, and no registered test may borrow. */
const oursOf =
  ({ sender }: NotifyDeps): SimulationDeps['ours'] =>
  async () => {
    const { name, domains } = ownNames(await sender())
    return { domains, names: [name], phrases: noticePhrases }
  }

export const receiveDepsOf = ({ storage, vault, clock }: House, notify: NotifyDeps): ReceiveDeps => ({
  storage,
  vault,
  clock,
  teller: openTeller(notify),
  registeredTest: openRegisteredTests({ ours: oursOf(notify) }),
})

/** The DKIM keys are made when they are first asked for, once a process. */
export function dkimOf(house: House): () => Promise<readonly DkimKey[]> {
  let keys: Promise<readonly DkimKey[]> | undefined
  return () => {
    keys ??= openDkimKeys(house).catch((cause: unknown) => {
      keys = undefined
      throw cause
    })
    return keys
  }
}

export function pagesOf(house: House): Omit<WebDeps, 'programme' | 'clock' | 'reachable'> {
  const { storage, vault, clock, log } = house
  const notify = notifyDepsOf(house)
  const desk: DeskDeps = { storage, vault, clock, explain: notify.explain }
  return {
    log,
    door: doorOf(house),
    household: householdOf(house.members),
    howTold: howToldOf(house),
    erasure: erasureOf(house.members),
    season: seasonPagesOf(house),
    helping: helpingDeskOf(house.members),
    observing: observingOf(house.members),
    notices: noticesSeenOf(notify),
    waysIn: waysInOf(house),
    recovery: recoveryOf(house),
    elsewhere: elsewhereOf(house),
    person: personDeskOf(house, notify),
    providers: providersOf(house),
    organisations: organisationsOf(house, desk),
    enrolment: enrolmentOf(house),
    applications: applicationsOf(house),
    desk: deskOf(desk),
    analyst: analystToolsOf(desk),
    ownRules: ownRulesOf({ storage, clock, check: checkRule, files: readFiles }),
    operations: operationsOf(house, dkimOf(house)),
    staff: staffOf(house),
    composer: composerOf(notify),
    rota: rotaOf({ storage, clock }),
    channels: channelsOf(house),
    programs: programsOf(house),
    checkCode: openCheck({ storage, vault, clock, rest }),
  }
}
