/** Applications, as the pages need them. The holder of a token is the applicant; nobody has signed in. */
import type {
  Application,
  ApplicationLine,
  ApplicationSeen,
  ApplicationState,
  ApplicationStatus,
  Opinion,
  RegisterGiven,
  RegisterSeen,
  Step,
  StepGiven,
  VouchAsked,
  VouchGiven,
} from '#applications'
import type { Administrator, Language, Staff } from '#kernel'
import type { Paged } from '#members'
import type { RetentionNumbers } from '#storage'

export type {
  Application,
  ApplicationLine,
  ApplicationSeen,
  ApplicationState,
  ApplicationStatus,
  RegisterSeen,
  Step,
  StepGiven,
  VouchAsked,
  VouchGiven,
} from '#applications'
export { missing, steps } from '#applications'

export type Applications = {
  /** After how many days what an applicant wrote goes. */
  readonly keeps: () => Promise<RetentionNumbers>
  /** Refusal `too-many-tries` by remote address. */
  readonly begin: (language: Language, remote: string) => Promise<{ readonly token: string }>
  readonly one: (token: string) => Promise<Application | undefined>
  /** Refusals `name-missing`, `domain-not-valid`, `address-not-valid`, `domain-of-many`, `same-contact-twice`, `application-closed`, `codes-used-up`, `too-many-tries`. */
  readonly save: (token: string, step: Step, given: StepGiven, remote: string) => Promise<Application | undefined>
  /** Refusals `codes-used-up`, `too-many-tries`. */
  readonly sendCode: (token: string, remote: string) => Promise<Application | undefined>
  /** Refusal `wrong-code`. */
  readonly prove: (token: string, code: string) => Promise<Application | undefined>
  /** Sends it in and looks at once. Refusal `application-not-ready`. */
  readonly submit: (token: string) => Promise<Application | undefined>
  readonly status: (token: string) => Promise<ApplicationStatus | undefined>
  /** Looks for every proof again. Refusal `too-many-tries`. */
  readonly check: (token: string, remote: string) => Promise<void>
  readonly askForPerson: (token: string, says: string) => Promise<boolean>
  readonly withdraw: (token: string) => Promise<boolean>
  /** The same answer for an address that nobody gave. Refusals `too-many-tries`, `address-not-valid`. */
  readonly sendComeBackCode: (asked: { readonly address: string; readonly remote: string }) => Promise<{ readonly challenge: string }>
  /** Only the form that asked for the digits may bring them. Refusals `wrong-code`, `too-many-tries`. */
  readonly comeBack: (asked: {
    readonly address: string
    readonly code: string
    readonly challenge: string
    readonly remote: string
  }) => Promise<{ readonly token: string }>

  readonly list: (
    who: Staff,
    ask: { readonly search: string; readonly page: number; readonly state?: ApplicationState },
  ) => Promise<Paged<ApplicationLine>>
  readonly see: (who: Staff, id: string) => Promise<ApplicationSeen | undefined>
  /** Refusal `reason-missing`; undefined when it waits for nobody. */
  readonly giveOpinion: (who: Staff, id: string, opinion: Opinion) => Promise<ApplicationState | undefined>
  readonly registers: (who: Staff) => Promise<readonly RegisterSeen[]>
  /** Refusal `register-not-readable`. */
  readonly takeRegister: (who: Staff, given: RegisterGiven) => Promise<{ readonly entries: number }>
  readonly removeRegister: (who: Staff, id: string) => Promise<boolean>

  /** Refusals `vouch-code-unknown`, `too-many-tries`. */
  readonly vouchAsked: (who: Administrator, code: string) => Promise<VouchAsked>
  readonly vouch: (who: Administrator, code: string) => Promise<void>
  readonly vouches: (who: Administrator) => Promise<readonly VouchGiven[]>
  readonly withdrawVouch: (who: Administrator, applicationId: string) => Promise<boolean>
}
