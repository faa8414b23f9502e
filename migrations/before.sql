-- What every migration builds on. Run by the owner before pending migrations; must be possible to run again.

create extension if not exists btree_gist;

-- Roles belong to the whole server: another database, or another migration at this moment, may have made them.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['app_user', 'app_system', 'app_queue'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin noinherit', wanted);
      end if;
    exception when duplicate_object or unique_violation then
      null;
    end;
  end loop;
end $$;
