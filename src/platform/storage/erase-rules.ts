/**
 * What erasing a person or an organisation does to each table, in the order in which it is done: rows that point come before what they point to. $1 is whose
 * it is. A table that names people or organisations and stands in neither list fails a test, so that none can be forgotten.
 */

export type EraseRule =
  /** Rows that are deleted. */
  | { readonly table: string; readonly gone: string }
  /** Rows that stay because others' rows name them, without anything that tells who it was. */
  | { readonly table: string; readonly becomes: string; readonly where: string }
  | { readonly table: string; readonly stays: string }

const mine = 'person_id = $1'
const ours = 'organisation_id = $1'
const gone = (where: string, ...tables: readonly string[]): readonly EraseRule[] => tables.map((table) => ({ table, gone: where }))

const noAddress = "address = 'removed', address_folded = 'removed', proven_at = null, removed_at = coalesce(removed_at, now())"
const noPerson = "name = '–', language = 'en', erased_at = coalesce(erased_at, now())"

/** Whether an application's first or second contact is this person: by an address of theirs, proven or of the organisation that came of it. */
const isContact = (which: 'contact' | 'second') => `exists (select from bellwether.account a where a.person_id = $1
  and a.address_folded = application.${which}_folded and (a.organisation_id = application.organisation_id or (a.proven_at is not null
    and not exists (select from bellwether.account o where o.address_folded = a.address_folded and o.person_id <> $1
      and o.proven_at is not null and o.removed_at is null))))`

const [isFirst, isSecond] = [isContact('contact'), isContact('second')]
/** What they applied for themselves is taken back, as long as it is open. */
const takesBack = `${isFirst} and contact_proven_at is not null and state in ('draft', 'checking', 'with-a-person')`
const reasonUnsaid = `(select bellwether.unsaid(bellwether.unsaid(reason, case when ${isFirst} then answers -> 'contact' end), case when ${isSecond} then answers -> 'second' end)
  from bellwether.application where id = application_id)`

const applied: readonly EraseRule[] = [
  { table: 'come_back_code', gone: `application_id in (select id from bellwether.application where ${isFirst})` },
  {
    table: 'application_opinion',
    becomes: `reason = ${reasonUnsaid}`,
    where: `application_id in (select id from bellwether.application where ${isFirst} or ${isSecond}) and reason <> ${reasonUnsaid}`,
  },
  {
    table: 'application',
    becomes: `answers = bellwether.without_contacts(answers, ${isFirst}, ${isSecond}),
      contact_folded = case when ${isFirst} then '' else contact_folded end,
      second_folded = case when ${isSecond} then '' else second_folded end,
      code_hash = case when ${isFirst} then null else code_hash end,
      state = case when ${takesBack} then 'withdrawn' else state end,
      changed_at = case when ${takesBack} then now() else changed_at end,
      decided_at = case when ${takesBack} then now() else decided_at end`,
    where: `${isFirst} or ${isSecond}`,
  },
]

/** Rows that hold an address which this person proved as theirs, and not them: an offer to help, an enrolment begun. */
const byAddress = `address_folded in (select a.address_folded from bellwether.account a where a.person_id = $1 and a.proven_at is not null)`

export const personRules: readonly EraseRule[] = [
  { table: 'reach_mail', gone: `${mine} or reach_id in (select id from bellwether.reach where ${mine})` },
  ...gone(mine, 'reach', 'receipt', 'delivery', 'notice_action'),
  // What others were told of this person's own mailboxes names them.
  {
    table: 'notice',
    gone: `${mine} or subject_account_id in (select id from bellwether.account where ${mine} and kind = 'personal')`,
  },
  // To somebody alone it may name them; to others it says nothing of them.
  { table: 'composition', gone: "audience = 'person' and audience_id = $1" },
  ...gone(mine, 'on_call_page', 'contact_method', 'notice_preference', 'simulation_mail'),
  ...gone(mine, 'mail_trace_hash', 'mail_trace', 'incident_trace', 'campaign_trace', 'finding'),
  { table: 'evaluation_mail', gone: `${mine} or reached = $1` },
  ...gone(mine, 'flagged_message', 'triage_step', 'looked_at', 'affected', 'incident', 'message_verdict', 'conversation', 'correspondent'),
  ...gone(
    mine,
    'warm_up',
    'mailbox_cursor',
    'connection_secret',
    'connection',
    'report_spool',
    'report_address',
    'provider_mail',
    'self_check',
  ),
  ...gone(mine, 'watch_address', 'sign_in_elsewhere', 'household_link'),
  { table: 'account_share', gone: `${mine} or sharer = $1` },
  ...gone(mine, 'mail_code', 'passkey', 'passkey_challenge', 'recovery_code', 'recovery_request', 'second_step', 'session', 'totp'),
  ...gone(mine, 'staff_identity', 'access_grant', 'consent', 'invitation', 'pending_change', 'membership', 'operator_alert'),
  { table: 'helper_grant', gone: `${mine} or ${byAddress}` },
  { table: 'alone_start', gone: byAddress },
  ...gone(mine, 'staff', 'observer', 'on_call_override', 'escalation_step'),
  { table: 'data_key', gone: "owner_kind = 'person' and owner_id = $1" },
  ...applied,
  { table: 'account', becomes: noAddress, where: mine },
  { table: 'person', becomes: noPerson, where: 'id = $1' },
  { table: 'audit_entry', stays: 'the log is a chain; it holds ids, and no name' },
  { table: 'vouch', stays: 'an organisation vouched, by an id' },
  { table: 'off_boarding', stays: 'an organisation left, by an id' },
  { table: 'own_rule_version', stays: 'the desk’s rules, by an id' },
  { table: 'on_call_turn', stays: 'a turn that is nobody’s, by an id: without it everybody’s turns would move' },
]

export const organisationRules: readonly EraseRule[] = [
  // People who were written down by it and never came in.
  {
    table: 'person',
    becomes: noPerson,
    where: `id in (select m.person_id from bellwether.membership m where m.${ours}
      and not exists (select from bellwether.membership o where o.person_id = m.person_id and o.organisation_id <> $1)
      and not exists (select from bellwether.passkey k where k.person_id = m.person_id)
      and not exists (select from bellwether.staff s where s.person_id = m.person_id)
      and not exists (select from bellwether.account a where a.person_id = m.person_id and (a.kind = 'personal' or a.proven_at is not null)))`,
  },
  { table: 'reach_mail', gone: `${ours} or reach_id in (select id from bellwether.reach where ${ours})` },
  ...gone(
    ours,
    'reach',
    'receipt',
    'delivery',
    'notice_action',
    'notice',
    'contact_method',
    'simulation_mail',
    'simulation',
    'mail_trace_hash',
    'mail_trace',
    'incident_trace',
    'campaign_trace',
    'finding',
    'evaluation_mail',
  ),
  { table: 'composition', gone: "audience = 'organisation' and audience_id = $1" },
  ...gone(ours, 'flagged_message', 'triage_step', 'looked_at', 'affected', 'incident', 'message_verdict', 'conversation', 'correspondent'),
  ...gone(ours, 'warm_up', 'mailbox_cursor'),
  { table: 'connection_secret', gone: `connection_id in (select id from bellwether.connection where ${ours})` },
  ...gone(
    ours,
    'connection',
    'webhook_delivery',
    'webhook_endpoint',
    'api_token',
    'helper_grant',
    'pending_change',
    'season',
    'value_entry',
  ),
  { table: 'vouch', gone: `${ours} or application_id in (select id from bellwether.application where ${ours})` },
  ...['come_back_code', 'application_proof', 'application_opinion'].map((table) => ({
    table,
    gone: `application_id in (select id from bellwether.application where ${ours})`,
  })),
  ...gone(ours, 'application', 'invitation', 'access_grant', 'membership', 'operator_alert', 'recovery_request'),
  { table: 'data_key', gone: "owner_kind = 'organisation' and owner_id = $1" },
  { table: 'account', becomes: noAddress, where: ours },
  {
    table: 'organisation',
    becomes:
      "name = '–', country = null, domains = '{}', vendors = '[]', brands = '[]', leaders = '[]', closed_at = coalesce(closed_at, now())",
    where: 'id = $1',
  },
  { table: 'consent', stays: 'each person’s own record of what they allowed' },
  { table: 'off_boarding', stays: 'when it left, by an id' },
  { table: 'audit_entry', stays: 'the log is a chain; it holds ids, and no name' },
]
