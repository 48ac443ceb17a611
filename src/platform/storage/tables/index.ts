/** Every table, as Kysely sees it. Columns keep their names from the SQL. */

import type {
  AffectedTable,
  CampaignTraceTable,
  FindingTable,
  FlaggedMessageTable,
  IncidentTable,
  LookedAtTable,
  TriageStepTable,
} from './alerts.ts'
import type { EvaluationMailTable, IncidentTraceTable, MailTraceHashTable, MailTraceTable, ReachMailTable, ReachTable } from './analyst.ts'
import type {
  ApplicationOpinionTable,
  ApplicationProofTable,
  ApplicationTable,
  ComeBackCodeTable,
  RegisterEntryTable,
  RegisterTable,
  VouchTable,
} from './applications.ts'
import type {
  ConnectionSecretTable,
  ConnectionTable,
  MailboxCursorTable,
  MessageVerdictTable,
  ReportAddressTable,
  ReportSpoolTable,
} from './connections.ts'
import type { ConversationTable, CorrespondentTable, WarmUpTable } from './correspondents.ts'
import type { ProgrammeVersionTable, ValueEntryTable } from './enrolment.ts'
import type { ErasureTable } from './erasure.ts'
import type { AccountShareTable, HouseholdLinkTable } from './household.ts'
import type {
  AccessGrantTable,
  AccountTable,
  ConsentTable,
  InvitationTable,
  MembershipTable,
  OrganisationTable,
  PersonTable,
  StaffTable,
} from './members.ts'
import type {
  CompositionTable,
  ContactMethodTable,
  DeliveryTable,
  NoticeActionTable,
  NoticePreferenceTable,
  NoticeTable,
  ReceiptBatchTable,
  ReceiptTable,
} from './notices.ts'
import type {
  EscalationStepTable,
  EscalationTable,
  OnCallLayerTable,
  OnCallOverrideTable,
  OnCallPageTable,
  OnCallScheduleTable,
  OnCallTurnTable,
} from './on-call.ts'
import type { OwnFeedTable, OwnIndicatorTable, OwnListEntryTable, OwnRuleTable, OwnRuleVersionTable } from './own-rules.ts'
import type {
  AuditEntryTable,
  AuditMarkTable,
  DataKeyTable,
  ElectionTable,
  OperatorAlertTable,
  RateLimitTable,
  SettingTable,
} from './programme.ts'
import type { ApiTokenTable, WebhookDeliveryTable, WebhookEndpointTable } from './programs.ts'
import type { ProviderMailTable, SelfCheckTable, WatchAddressTable } from './providers.ts'
import type { HelperGrantTable, ObserverTable } from './roles.ts'
import type { OffBoardingTable, PendingChangeTable, SeasonTable } from './season.ts'
import type {
  AloneStartTable,
  MailCodeTable,
  PasskeyChallengeTable,
  PasskeyTable,
  RecoveryCodeTable,
  RecoveryRequestTable,
  SecondStepTable,
  SessionTable,
  SignInElsewhereTable,
  StaffIdentityTable,
  TotpTable,
} from './sign-in.ts'

import type { SimulationMailTable, SimulationTable } from './simulations.ts'

export type Tables = {
  organisation: OrganisationTable
  person: PersonTable
  membership: MembershipTable
  staff: StaffTable
  observer: ObserverTable
  helper_grant: HelperGrantTable
  account: AccountTable
  erasure: ErasureTable
  season: SeasonTable
  pending_change: PendingChangeTable
  off_boarding: OffBoardingTable
  household_link: HouseholdLinkTable
  account_share: AccountShareTable
  alone_start: AloneStartTable
  mail_code: MailCodeTable
  consent: ConsentTable
  access_grant: AccessGrantTable
  invitation: InvitationTable
  session: SessionTable
  passkey: PasskeyTable
  passkey_challenge: PasskeyChallengeTable
  totp: TotpTable
  recovery_code: RecoveryCodeTable
  second_step: SecondStepTable
  recovery_request: RecoveryRequestTable
  sign_in_elsewhere: SignInElsewhereTable
  staff_identity: StaffIdentityTable
  connection: ConnectionTable
  connection_secret: ConnectionSecretTable
  mailbox_cursor: MailboxCursorTable
  message_verdict: MessageVerdictTable
  report_spool: ReportSpoolTable
  report_address: ReportAddressTable
  watch_address: WatchAddressTable
  provider_mail: ProviderMailTable
  self_check: SelfCheckTable
  incident: IncidentTable
  affected: AffectedTable
  campaign_trace: CampaignTraceTable
  finding: FindingTable
  flagged_message: FlaggedMessageTable
  triage_step: TriageStepTable
  looked_at: LookedAtTable
  notice: NoticeTable
  notice_action: NoticeActionTable
  delivery: DeliveryTable
  contact_method: ContactMethodTable
  notice_preference: NoticePreferenceTable
  receipt: ReceiptTable
  receipt_batch: ReceiptBatchTable
  setting: SettingTable
  data_key: DataKeyTable
  operator_alert: OperatorAlertTable
  audit_entry: AuditEntryTable
  audit_mark: AuditMarkTable
  election: ElectionTable
  rate_limit: RateLimitTable
  correspondent: CorrespondentTable
  conversation: ConversationTable
  warm_up: WarmUpTable
  mail_trace: MailTraceTable
  mail_trace_hash: MailTraceHashTable
  incident_trace: IncidentTraceTable
  reach: ReachTable
  reach_mail: ReachMailTable
  evaluation_mail: EvaluationMailTable
  composition: CompositionTable
  on_call_schedule: OnCallScheduleTable
  on_call_layer: OnCallLayerTable
  on_call_turn: OnCallTurnTable
  on_call_override: OnCallOverrideTable
  escalation: EscalationTable
  escalation_step: EscalationStepTable
  on_call_page: OnCallPageTable
  simulation: SimulationTable
  simulation_mail: SimulationMailTable
  own_rule: OwnRuleTable
  own_rule_version: OwnRuleVersionTable
  own_list_entry: OwnListEntryTable
  own_feed: OwnFeedTable
  own_indicator: OwnIndicatorTable
  programme_version: ProgrammeVersionTable
  value_entry: ValueEntryTable
  application: ApplicationTable
  application_proof: ApplicationProofTable
  come_back_code: ComeBackCodeTable
  application_opinion: ApplicationOpinionTable
  vouch: VouchTable
  register: RegisterTable
  register_entry: RegisterEntryTable
  api_token: ApiTokenTable
  webhook_endpoint: WebhookEndpointTable
  webhook_delivery: WebhookDeliveryTable
}
