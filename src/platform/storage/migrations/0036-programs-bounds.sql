-- The last time an endpoint kept us waiting: its messages then wait among those of others like it.
alter table bellwether.webhook_endpoint add column slow_at timestamptz;

-- Who runs an organisation is a person's to say: whoever finds a token makes no administrator with it.
create policy no_administrator_by_a_program on bellwether.membership as restrictive for insert
  with check (not bellwether.is_token() or role = 'member');
create policy no_administration_by_a_program on bellwether.membership as restrictive for update
  using (true) with check (not bellwether.is_token() or role = 'member');
