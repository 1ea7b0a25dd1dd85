-- What a store of the schemas 1 to 6 has, and this one has not.

-- Samples of salts that an older schema let the server take. Naming the type again drops them, and rewrites nothing.
alter table public.negotiations_record alter column salt type bytea, alter column commitment type bytea;

drop function if exists public.negotiations_take_position(bigint);
drop function if exists public.negotiations_field(bytea);
