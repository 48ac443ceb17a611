-- By which passkey a session was opened, or stepped up since; it stands for nothing once that passkey is gone.
alter table bellwether.session add column passkey_id text;
