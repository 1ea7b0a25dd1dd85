-- Key of the advisory lock between whoever stores what is computed of events, and whoever erases an event ("NEGODERI").
create function public.negotiations_derived_lock() returns bigint
language sql stable parallel safe
as $$ select 5639992514124796489 $$;

-- The negotiation of a stream; null for a stream of another kind.
create function public.negotiations_of_stream(stream varchar) returns varchar
language sql immutable parallel safe
as $$
  select case when starts_with(stream, 'negotiation/') then substr(stream, length('negotiation/') + 1)
              when starts_with(stream, 'article/') then split_part(stream, '/', 2) end
$$;

-- Whether something that was computed of a negotiation up to a position may still be stored: not once an event of it was
-- erased later on. Whoever stores it asks within the same transaction; the lock is kept to its end, so that an erasure
-- comes either before the question or after the transaction, whose work it then deletes.
create function public.negotiations_may_keep(negotiation varchar, "position" bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_advisory_xact_lock_shared(public.negotiations_derived_lock());
  return not exists (
    select from public.negotiations_record r join public.mt_events e on e.seq_id = r.seq_id
     where r.position > negotiations_may_keep."position" and e.type = 'payload_erased'
       and public.negotiations_of_stream(e.stream_id) = negotiation);
end
$$;

-- For the trigger that the host on Marten puts on the answers which it keeps: an older answer never replaces a newer one, and
-- none outlives the erasure of what it was computed of.
create function public.negotiations_keep_answer() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'UPDATE' and (new.data ->> 'position')::bigint < (old.data ->> 'position')::bigint then
    return old;
  end if;
  return case when public.negotiations_may_keep(new.id, (new.data ->> 'position')::bigint) then new end;
end
$$;

-- Deletes what is computed of the negotiation of a stream: the documents that Marten keeps, where it does. They are made
-- again by whoever made them.
create function public.negotiations_forget(stream varchar) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(public.negotiations_derived_lock());
  if to_regclass('public.mt_doc_current_answer') is not null then
    delete from public.mt_doc_current_answer d where d.id = public.negotiations_of_stream(stream);
  end if;
  if to_regclass('public.mt_doc_article_stream') is not null then
    delete from public.mt_doc_article_stream d where d.id = stream;
  end if;
end
$$;

revoke execute on function public.negotiations_forget(varchar) from public;

-- As in 0003.sql, but that it deletes what is computed of the event.
create or replace function public.negotiations_erase(event uuid, erasure uuid, said jsonb, clr_name varchar) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  e     record;
  place bigint;
begin
  if said ->> 'event' is distinct from event::text or said ->> 'who' is null or said ->> 'reason' is null then
    raise exception 'an erasure says which event it erases, who erases it, and why';
  end if;

  select m.seq_id, m.stream_id, m.type into e
    from public.mt_events m join public.negotiations_record r on r.seq_id = m.seq_id where m.id = event;
  if not found then
    raise exception 'there is no recorded event %', event;
  end if;
  if e.type = 'payload_erased' then
    raise exception 'event % says that another one was erased; that stays', event;
  end if;

  update public.mt_streams s set version = s.version + 1, timestamp = now() where s.id = e.stream_id returning s.version into place;
  if exists (
    select from public.mt_events m join public.negotiations_record r on r.seq_id = m.seq_id
     where m.seq_id = e.seq_id and r.salt is null and m.data = '{"erased": true}' and m.bdata is null) then
    raise exception 'event % was erased already', event;
  end if;
  update public.negotiations_record r set salt = null where r.seq_id = e.seq_id;
  update public.mt_events m set data = '{"erased": true}', bdata = null where m.seq_id = e.seq_id;
  if exists (select from public.negotiations_record r where r.event_id = erasure) then
    erasure := gen_random_uuid();
  end if;
  insert into public.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
  values (nextval('public.mt_events_sequence'), erasure, e.stream_id, place, said, 'payload_erased', now(), '*DEFAULT*', clr_name, false);

  perform public.negotiations_forget(e.stream_id);
end
$$;
