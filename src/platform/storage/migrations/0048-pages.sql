-- Whoever of the staff says "I take it"; from then on nobody else is paged for it.
alter table bellwether.operator_alert
  add column acknowledged_at timestamptz,
  add column acknowledged_by uuid;
create index operator_alert_to_page on bellwether.operator_alert (opened_at)
  where closed_at is null and acknowledged_at is null and severity in ('high', 'critical');
create index operator_alert_subject on bellwether.operator_alert (kind, subject);

-- When the operator heard that nobody answered by the deadline. Once, whatever staff did with the alert.
alter table bellwether.notice add column overdue_at timestamptz;
create index notice_unanswered on bellwether.notice (deadline_at)
  where read_at is null and acknowledged_at is null and done_at is null and overdue_at is null
    and not digest and kind in ('incident', 'organisation-told');

-- Which of the operator's staff was told of an alert, where and when: the desk's matter.
create table bellwether.on_call_page (
  id uuid primary key,
  alert_id uuid not null references bellwether.operator_alert on delete cascade,
  -- Of the escalation, both from 0; null when it reached nobody and all operators were told.
  step integer,
  round integer,
  person_id uuid not null references bellwether.person,
  channel text not null check (channel in ('mail', 'push', 'sms', 'voice', 'signal', 'matrix', 'slack', 'teams', 'webhook')),
  account_id uuid references bellwether.account on delete set null,
  contact_method_id uuid references bellwether.contact_method on delete set null,
  -- When many alerts open at once, one message tells them all; this page is told by that one's.
  told_with uuid references bellwether.on_call_page on delete cascade,
  code_hash bytea not null,
  -- The programme's domain is in it, so that it is the same at every attempt.
  message_id text not null,
  state text not null check (state in ('queued', 'sent', 'delivered', 'bounced', 'failed', 'not-needed')),
  answer text,
  -- The far end's own name for it, by which it reports.
  reference text,
  due_at timestamptz not null,
  sent_at timestamptz,
  answered_at timestamptz,
  answered_by text check (answered_by in ('sms', 'voice', 'desk')),
  check ((step is null) = (round is null))
);
create unique index on_call_page_once on bellwether.on_call_page (person_id, alert_id, round, step, channel, account_id, contact_method_id)
  nulls not distinct;
create index on_call_page_alert on bellwether.on_call_page (alert_id);
create index on_call_page_answers on bellwether.on_call_page (contact_method_id, due_at);
create index on_call_page_reference on bellwether.on_call_page (channel, reference) where reference is not null;
create index on_call_page_told_with on bellwether.on_call_page (told_with) where told_with is not null;

alter table bellwether.on_call_page enable row level security, force row level security;
create policy seen on bellwether.on_call_page for select using (bellwether.is_programme() or bellwether.is_analyst());
create policy made on bellwether.on_call_page for insert with check (bellwether.is_programme());
create policy kept on bellwether.on_call_page for update using (bellwether.is_programme() or bellwether.is_analyst());
create policy let_go on bellwether.on_call_page for delete to current_user using (bellwether.is_programme());
