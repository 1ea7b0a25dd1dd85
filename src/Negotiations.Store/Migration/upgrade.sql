-- What a store of the schemas 1 to 7 has, and this one has not.

-- Samples of salts that an older schema let the server take. Naming the type again drops them, and rewrites nothing.
alter table public.negotiations_record alter column salt type bytea, alter column commitment type bytea;

drop function if exists public.negotiations_take_position(bigint);
drop function if exists public.negotiations_field(bytea);

-- The answer "now" of each negotiation, which a projection of Marten's kept before there were facts for every time.
drop table if exists public.mt_doc_current_answer;
drop function if exists public.negotiations_keep_answer();
drop function if exists public.negotiations_may_keep(varchar, bigint);
delete from public.mt_event_progression where name = 'CurrentAnswer:All';
