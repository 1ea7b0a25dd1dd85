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
