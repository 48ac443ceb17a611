/**
 * The application role's rights, computed from the catalogue: every table but
 * partitions (a query on a partition would skip the parent's policies), the
 * audit log without change or removal, nothing of the job runner's.
 */
import pg from 'pg'

/** One statement that gives `role` its rights and takes away any other; the owner runs it. */
export function grantsFor(role: string): string {
  const to = pg.escapeLiteral(role)
  return `do $grants$
declare
  role_name constant text := ${to};
  thing record;
begin
  execute format('grant usage on schema bellwether to %I', role_name);
  execute format('revoke all on all tables in schema bellwether from public, %I', role_name);
  for thing in
    select c.oid::regclass as name, case c.relname
        when 'audit_entry' then 'select, insert'
        -- Bookkeeping that the role only reads.
        when 'audit_mark' then 'select'
        when 'migration' then 'select'
        else 'select, insert, update, delete' end as rights
      from pg_class c where c.relnamespace = 'bellwether'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  loop
    execute format('grant %s on %s to %I', thing.rights, thing.name, role_name);
  end loop;
  for thing in
    select p.oid::regprocedure as name from pg_proc p
      where p.pronamespace = 'bellwether'::regnamespace and p.prorettype <> 'trigger'::regtype
  loop
    execute format('grant execute on function %s to %I', thing.name, role_name);
  end loop;
end $grants$`
}
