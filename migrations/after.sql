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

-- The committee is the controller of what is its own: within a municipality, a transaction sees and writes the rows of
-- its committee alone, and none that belong to a committee when it works for none. Seats and roles are known before
-- the committee is; the log has a policy of its own below.
do $$
declare
  committee_table regclass;
begin
  for committee_table in
    select c.oid::regclass
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and not a.attisdropped and a.attname = 'committee_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname not in ('seat', 'role_holding', 'audit_entry')
  loop
    execute format('drop policy if exists own_committee on %s', committee_table);
    execute format(
      'create policy own_committee on %s as restrictive for all to app_user using (%2$s) with check (%2$s)',
      committee_table, $condition$committee_id = nullif(current_setting('app.committee', true), '')::uuid$condition$);
  end loop;
end $$;

grant select on schema_state to app_user, app_system;

-- The log. Its entries are only ever added, its content may be disposed of and never changed, its head only moves on.
revoke update, delete on audit_entry from app_user;
revoke delete on audit_head from app_user;
revoke update on audit_content from app_user;

-- Content of earlier versions has an id of its own. Once, before anything stands guard, it takes its entry's.
do $$
begin
  if not exists (select from pg_trigger where tgname = 'audit_content_stands') then
    alter table audit_content no force row level security;
    update audit_content set id = entry_id where id <> entry_id;
    alter table audit_content force row level security;
  end if;
end $$;

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;
create or replace trigger audit_entry_stands before update or delete on audit_entry
  for each row execute function refuse_change();
create or replace trigger audit_entry_is_not_emptied before truncate on audit_entry
  for each statement execute function refuse_change();
create or replace trigger audit_content_stands before update on audit_content
  for each row execute function refuse_change();
create or replace trigger audit_content_is_not_emptied before truncate on audit_content
  for each statement execute function refuse_change();
create or replace trigger audit_head_stands before delete on audit_head
  for each row execute function refuse_change();
create or replace trigger audit_head_is_not_emptied before truncate on audit_head
  for each statement execute function refuse_change();
create or replace trigger audit_head_moves_on before update on audit_head
  for each row when (
    new.municipality_id is distinct from old.municipality_id or new.seq is distinct from old.seq + 1
    or new.previous_hash is distinct from old.hash
  ) execute function refuse_change();

-- Moves a head on by as many entries as there are hashes, one step at a time as the guard above demands.
create or replace function move_audit_head(town uuid, hashes text[]) returns void language plpgsql as $$
declare
  next_hash text;
begin
  foreach next_hash in array hashes loop
    update audit_head set seq = seq + 1, previous_hash = hash, hash = decode(next_hash, 'hex') where municipality_id = town;
  end loop;
end $$;
grant execute on function move_audit_head to app_user;

-- A committee sees its own entries and those that belong to the municipality itself, and nobody another's.
drop policy if exists own_committee_or_none on audit_entry;
create policy own_committee_or_none on audit_entry as restrictive for all to app_user
  using (committee_id is null or committee_id = nullif(current_setting('app.committee', true), '')::uuid)
  with check (committee_id is null or committee_id = nullif(current_setting('app.committee', true), '')::uuid);

-- Content follows its entry. What is written is looked at afterwards: entry and content come in one statement.
drop policy if exists with_its_entry on audit_content;
create policy with_its_entry on audit_content as restrictive for select to app_user
  using (exists (select from audit_entry e where e.id = entry_id));
drop policy if exists disposed_with_its_entry on audit_content;
create policy disposed_with_its_entry on audit_content as restrictive for delete to app_user
  using (exists (select from audit_entry e where e.id = entry_id));
create or replace function require_own_entry() returns trigger language plpgsql as $$
begin
  if not exists (select from audit_entry e where e.id = new.entry_id) then
    raise exception 'content of % without an entry that may be seen', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create or replace trigger audit_content_has_its_entry after insert on audit_content
  for each row execute function require_own_entry();

-- Whoever serves requests may put a job in the queue and nothing more: not read, change or remove any.
grant usage on schema pgboss to app_user, app_queue;
grant select on pgboss.queue, pgboss.version to app_user;
grant insert, select (id, start_after) on pgboss.job, pgboss.job_common to app_user;
grant select, insert, update, delete on all tables in schema pgboss to app_queue;
grant usage on all sequences in schema pgboss to app_queue;
grant execute on all functions in schema pgboss to app_user, app_queue;
