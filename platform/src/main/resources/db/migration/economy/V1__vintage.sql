-- 宏观经济库. One row for each value that a period ever had; a figure is never overwritten.
create table economy.vintage (
    series   text        not null,
    period   text        not null,
    known_at timestamptz not null,
    city_day date        not null,
    value    numeric     not null,
    rows     bigint      not null,
    primary key (series, period, known_at)
);
comment on table economy.vintage is '数值版本 a period''s value as it was known at a moment; the newest is in force';

create function economy.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'vintages are insert-only';
end $$;
create trigger vintage_insert_only before update or delete on economy.vintage
    for each row execute function economy.refuse_change();
