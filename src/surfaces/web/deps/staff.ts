/** Who works for the operator, as the pages need it. */
import type { Staff } from '#kernel'
import type { StaffRole, StaffSeen } from '#members'

export type { StaffRole, StaffSeen } from '#members'

export type StaffDesk = {
  readonly list: (who: Staff) => Promise<readonly StaffSeen[]>
  /** Refusals `address-not-valid`, `staff-unknown`, `staff-needs-passkey`, `last-operator`; false when `who` is no operator. */
  readonly appoint: (who: Staff, input: { readonly address: string; readonly role: StaffRole }) => Promise<boolean>
  /** Refusal `last-operator`; false when they have no part. */
  readonly end: (who: Staff, personId: string) => Promise<boolean>
}
