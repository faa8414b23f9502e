-- Rights and row-level security of all tables. Run by the owner after pending migrations; must be possible to run
-- again. A table with municipality_id gets everything here by itself; one without is closed to the application
-- until a line below opens it.

revoke all on schema public from public;
grant usage on schema public to app_user, app_system;

do $$
declare
  tenant_table regclass;
begin
  for tenant_table in
    select c.oid::regclass
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and (a.attname = 'municipality_id' or (c.relname = 'municipality' and a.attname = 'id'))
  loop
    execute format('alter table %s enable row level security', tenant_table);
    execute format('alter table %s force row level security', tenant_table);
    execute format('grant select, insert, update, delete on %s to app_user', tenant_table);
    execute format('grant select on %s to app_system', tenant_table);
  end loop;
end $$;

grant select on schema_state to app_user, app_system;

-- The log is only ever added to. Its content may be disposed of, never changed.
revoke update, delete on audit_entry from app_user;
revoke delete on audit_head from app_user;
revoke update on audit_content from app_user;

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;
create or replace trigger audit_entry_stands before update or delete on audit_entry
  for each row execute function refuse_change();
create or replace trigger audit_entry_is_not_emptied before truncate on audit_entry
  for each statement execute function refuse_change();

-- Whoever serves requests may put a job in the queue and nothing more: not read, change or remove any.
grant usage on schema pgboss to app_user, app_queue;
grant select on pgboss.queue, pgboss.version to app_user;
grant insert, select (id, start_after) on pgboss.job, pgboss.job_common to app_user;
grant select, insert, update, delete on all tables in schema pgboss to app_queue;
grant usage on all sequences in schema pgboss to app_queue;
grant execute on all functions in schema pgboss to app_user, app_queue;
