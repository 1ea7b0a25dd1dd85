-- Deferred: it fires at commit, so a transaction under way has no position yet and stands in nobody's way. Always: it
-- fires for replicated and restored rows too. Creating or enabling it waits until the writers under way are done.
do $$
begin
  if not exists (
    select from pg_trigger
     where tgrelid = 'public.mt_events'::regclass and tgname = 'negotiations_record') then
    create constraint trigger negotiations_record after insert on public.mt_events
      deferrable initially deferred for each row execute function public.negotiations_on_event();
  end if;
  alter table public.mt_events enable always trigger negotiations_record;
end
$$;

-- Every writer meets it, also plain Marten and psql, and rows that are replicated.
do $$
begin
  if not exists (
    select from pg_trigger
     where tgrelid = 'public.mt_events'::regclass and tgname = 'negotiations_erasures') then
    create trigger negotiations_erasures before insert on public.mt_events
      for each row when (new.type = 'payload_erased') execute function public.negotiations_on_erasure();
  end if;
  alter table public.mt_events enable always trigger negotiations_erasures;
end
$$;

select public.negotiations_settle();
