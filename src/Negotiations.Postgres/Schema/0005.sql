-- As in 0001.sql, but that an infinite time has a place too: Marten gives one to the tombstones that it leaves after a
-- failed commit. They are the greatest and the smallest number there is, which no finite time reaches.
create or replace function public.negotiations_microseconds("time" timestamptz) returns bytea
language sql stable parallel safe
as $$
  select int8send(case when "time" = 'infinity' then 9223372036854775807
                       when "time" = '-infinity' then '-9223372036854775808'::bigint
                       else (extract(epoch from "time") * 1000000)::bigint end)
$$;
