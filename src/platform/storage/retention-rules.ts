/** What goes when: a rule a kind of thing, each with its days and the statement that lets it go. */
import { applicationRules } from './retention-applications.ts'
import type { RetentionRule } from './retention-rule.ts'

/** What has done its work is kept a little for whoever asks what happened. */
const usedUpDays = 30

export const retentionRules: readonly RetentionRule[] = [
  { what: 'flagged messages', days: (n) => n.flaggedDays, statement: 'delete from bellwether.flagged_message where found_at < $1' },
  { what: 'findings', days: (n) => n.incidentDays, statement: 'delete from bellwether.finding where found_at < $1' },
  { what: 'notices', days: (n) => n.incidentDays, statement: 'delete from bellwether.notice where decided_at < $1' },
  { what: 'compositions', days: (n) => n.incidentDays, statement: 'delete from bellwether.composition where changed_at < $1' },
  { what: 'incidents', days: (n) => n.incidentDays, statement: 'delete from bellwether.incident where last_message_at < $1' },
  {
    what: 'mails of registered tests',
    days: (n) => n.incidentDays,
    statement: 'delete from bellwether.simulation_mail where arrived_at < $1',
  },
  { what: 'registered tests', days: (n) => n.incidentDays, statement: 'delete from bellwether.simulation where ends_at < $1' },
  { what: 'operator alerts', days: (n) => n.incidentDays, statement: 'delete from bellwether.operator_alert where closed_at < $1' },
  { what: 'take-overs of the rota', days: () => usedUpDays, statement: 'delete from bellwether.on_call_override where ends_at < $1' },
  // Ended reaches stay as long as incidents: they say who was told, and why.
  { what: 'reaches', days: (n) => n.incidentDays, statement: 'delete from bellwether.reach where until < $1' },
  { what: 'traces of mails', days: (n) => n.traceDays, statement: 'delete from bellwether.mail_trace where examined_at < $1' },
  {
    what: 'evaluation mails',
    days: (n) => n.evaluationDays,
    statement: 'delete from bellwether.evaluation_mail where labelled_at < $1',
  },
  {
    what: 'evaluation mails without their person’s leave',
    days: () => 0,
    statement: `delete from bellwether.evaluation_mail e where e.organisation_id is null and e.labelled_at < $1
      and not exists (select from bellwether.access_grant g where g.person_id = e.person_id and g.to_desk and g.scope = 'details' and g.until is null)`,
  },
  {
    what: 'mails of providers',
    days: (n) => n.providerMailDays,
    statement: 'delete from bellwether.provider_mail where arrived_at < $1',
  },
  // Shown for a day; this is for those nobody looked at.
  {
    what: 'codes of providers',
    days: () => 1,
    statement: 'update bellwether.watch_address set code_sealed = null, code_at = null where code_at < $1',
  },
  {
    what: 'closed secret addresses',
    days: (n) => n.providerMailDays,
    statement: 'delete from bellwether.watch_address where closed_at < $1',
  },
  { what: 'checks by people themselves', days: (n) => n.incidentDays, statement: 'delete from bellwether.self_check where began_at < $1' },
  { what: 'looks', days: (n) => n.auditDays, statement: 'delete from bellwether.looked_at where at < $1' },
  { what: 'reports', days: (n) => n.spoolDays, statement: 'delete from bellwether.report_spool where received_at < $1' },
  { what: 'correspondents', days: (n) => n.historyDays, statement: 'delete from bellwether.correspondent where last_on < $1' },
  { what: 'conversations', days: (n) => n.historyDays, statement: 'delete from bellwether.conversation where last_on < $1' },
  { what: 'sessions', days: () => usedUpDays, statement: 'delete from bellwether.session where least(expires_at, ended_at) < $1' },
  { what: 'mail codes', days: () => usedUpDays, statement: 'delete from bellwether.mail_code where expires_at < $1' },
  { what: 'passkey challenges', days: () => 1, statement: 'delete from bellwether.passkey_challenge where expires_at < $1' },
  { what: 'links of households', days: () => usedUpDays, statement: 'delete from bellwether.household_link where expires_at < $1' },
  { what: 'codes to come back by', days: () => 1, statement: 'delete from bellwether.come_back_code where expires_at < $1' },
  { what: 'enrolments begun', days: () => 1, statement: 'delete from bellwether.alone_start where expires_at < $1' },
  { what: 'second steps', days: () => 1, statement: 'delete from bellwether.second_step where expires_at < $1' },
  { what: 'apps never confirmed', days: () => 1, statement: 'delete from bellwether.totp where confirmed_at is null and created_at < $1' },
  {
    what: 'recovery requests',
    days: (n) => n.incidentDays,
    statement: 'delete from bellwether.recovery_request where coalesce(finished_at, stopped_at, expires_at) < $1',
  },
  ...applicationRules,
  // The rows stay, since what happened names them; where the person could be reached does not.
  {
    what: 'addresses',
    days: (n) => n.incidentDays,
    statement:
      "update bellwether.account set address = 'removed', address_folded = 'removed' where removed_at < $1 and address <> 'removed'",
  },
  {
    what: 'mailbox settings',
    days: (n) => n.incidentDays,
    statement: "update bellwether.connection set settings = '{}', trouble = null where ended_at < $1 and settings <> '{}'",
  },
  {
    what: 'ways to be told that were removed',
    days: () => usedUpDays,
    statement: `delete from bellwether.contact_method m where removed_at < $1
      and not exists (select from bellwether.delivery d where d.contact_method_id = m.id)`,
  },
  // As long as the log may name them.
  { what: 'tokens', days: (n) => n.auditDays, statement: 'delete from bellwether.api_token where least(ends_at, revoked_at) < $1' },
  {
    what: 'events that were sent',
    days: () => usedUpDays,
    statement: "delete from bellwether.webhook_delivery where created_at < $1 and state <> 'waiting'",
  },
  {
    what: 'addresses that are told no more',
    days: () => usedUpDays,
    statement: `delete from bellwether.webhook_endpoint e where removed_at < $1
      and not exists (select from bellwether.webhook_delivery d where d.endpoint_id = e.id)`,
  },
  {
    what: 'limits',
    days: () => 1,
    statement: 'delete from bellwether.rate_limit where expire < extract(epoch from $1::timestamptz) * 1000',
  },
  {
    what: 'jobs given up',
    days: () => usedUpDays,
    statement: 'delete from graphile_worker._private_jobs where attempts >= max_attempts and locked_at is null and updated_at < $1',
  },
]
