/**
 * What the pages need of the rest of the house, in the pages' own words.
 * `app/wire.ts` plugs the real rooms in, tests plug stubs. Every call that
 * reads or changes something carries `who`, and storage's policies decide:
 * a page never filters by tenant itself. "Does not exist for `who`" is
 * undefined or false, and becomes 404. What a person may be told is thrown as
 * a `Trouble` refusal, with a code that the wording knows.
 */

import type { RequestLog } from '#http'
import type { Clock, Language } from '#kernel'
import type { AnalystTools } from './deps/analyst.ts'
import type { Applications } from './deps/applications.ts'
import type { ChannelsDesk } from './deps/channels.ts'
import type { Composer } from './deps/composer.ts'
import type { Desk } from './deps/desk.ts'
import type { Door } from './deps/door.ts'
import type { ElsewhereDoor } from './deps/elsewhere.ts'
import type { Enrolment } from './deps/enrolment.ts'
import type { Erasure } from './deps/erasure.ts'
import type { Helping } from './deps/helping.ts'
import type { Household } from './deps/household.ts'
import type { HowTold } from './deps/how-told.ts'
import type { NoticesSeen } from './deps/notices.ts'
import type { Observing } from './deps/observing.ts'
import type { Operations, Outbox } from './deps/operations.ts'
import type { Organisations } from './deps/organisations.ts'
import type { OwnRulesDesk } from './deps/own-rules.ts'
import type { CheckAnswer, PersonDesk } from './deps/person.ts'
import type { Programs } from './deps/programs.ts'
import type { ProvidersDesk } from './deps/providers.ts'
import type { Recovery } from './deps/recovery.ts'
import type { RotaDesk } from './deps/rota.ts'
import type { Season } from './deps/season.ts'
import type { StaffDesk } from './deps/staff.ts'
import type { WaysIn } from './deps/ways-in.ts'

/** What every page shows of the programme; read anew at each request, so a changed setting is seen at once. */
export type ProgrammeFacts = {
  readonly name: string
  /** `https://protect.example`, without a slash at the end. */
  readonly publicAddress: string
  readonly fromAddress: string
  readonly helpContact: string
  readonly languages: readonly Language[]
  /** Proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
  /** Where the desk answers; empty: everywhere. */
  readonly deskNetworks: readonly string[]
  /** Whether everybody comes in with a passkey, and not the desk alone. */
  readonly passkeysOnly: boolean
  /** False until the operator saved the first settings. */
  readonly setUp: boolean
}

export type WebDeps = {
  readonly clock: Clock
  readonly log: RequestLog
  readonly programme: () => ProgrammeFacts
  readonly door: Door
  readonly waysIn: WaysIn
  readonly elsewhere: ElsewhereDoor
  readonly recovery: Recovery
  readonly person: PersonDesk
  readonly providers: ProvidersDesk
  readonly household: Household
  readonly howTold: HowTold
  readonly erasure: Erasure
  readonly helping: Helping
  readonly observing: Observing
  readonly organisations: Organisations
  readonly season: Season
  readonly enrolment: Enrolment
  readonly applications: Applications
  readonly desk: Desk
  readonly analyst: AnalystTools
  readonly ownRules: OwnRulesDesk
  readonly operations: Operations
  readonly staff: StaffDesk
  readonly rota: RotaDesk
  readonly channels: ChannelsDesk
  readonly composer: Composer
  readonly notices: NoticesSeen
  readonly programs: Programs
  readonly outbox?: Outbox
  /** Same form and time for every unknown code; limited by remote address. */
  readonly checkCode: (typed: string, remote: string) => Promise<CheckAnswer>
  /** Whether the database answers; for /healthz. */
  readonly reachable: () => Promise<boolean>
}
