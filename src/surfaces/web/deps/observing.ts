/** What auditors and trainers see, and who has a role, as the pages need it. Nothing here changes anything. */
import type { Auditor, Staff, Trainer } from '#kernel'
import type { Paged } from '#members'
import type {
  AuditedApplication,
  AuditedConsent,
  AuditedLog,
  AuditedRegister,
  AuditedValue,
  AuditedVersion,
  RoleHeld,
  TrainedOrganisation,
} from '#roles'

type PageAsked = { readonly page: number }
type SearchAsked = PageAsked & { readonly search: string }

export type Observing = {
  readonly log: (who: Auditor, asked: SearchAsked) => Promise<AuditedLog>
  readonly applications: (who: Auditor, asked: PageAsked) => Promise<Paged<AuditedApplication>>
  readonly versions: (who: Auditor) => Promise<readonly AuditedVersion[]>
  readonly value: (who: Auditor, asked: PageAsked) => Promise<Paged<AuditedValue>>
  readonly registers: (who: Auditor) => Promise<readonly AuditedRegister[]>
  readonly consents: (who: Auditor) => Promise<readonly AuditedConsent[]>
  readonly organisations: (who: Trainer, asked: PageAsked) => Promise<Paged<TrainedOrganisation>>
  /** Nobody for whoever is no operator. */
  readonly roles: (who: Staff, asked: SearchAsked) => Promise<Paged<RoleHeld>>
}
