-- 月度汇总 what the months of a resource count and add up to, kept with every write of a fact: counting them anew reads the
-- whole table. Writers only add differences, so that they do not wait for each other; a reader folds them now and then.
create table pool.month_watch (
    id       bigint generated always as identity primary key,
    resource text not null,
    day      text not null,
    summed   text not null default '',
    unique (resource, day, summed)
);
comment on table pool.month_watch is '按月汇总的字段 of which resource, by which day column, adding up which column';

create table pool.month_change (
    watch bigint  not null references pool.month_watch (id) on delete cascade,
    month text    not null,
    rows  bigint  not null,
    total numeric not null
);
create index month_change_watch on pool.month_change (watch);
comment on table pool.month_change is '月度汇总之差 differences of rows and totals by month; their sum is what stands';

create function pool.month_of(fields jsonb, day text) returns text language sql immutable as $$
    select case when fields ->> day ~ '^[0-9]{4}-(0[1-9]|1[0-2])' then left(fields ->> day, 7) end
$$;

create function pool.amount_of(fields jsonb, name text) returns numeric language sql immutable as $$
    select case when fields ->> name ~ '^-?[0-9]+([.][0-9]+)?$' then (fields ->> name)::numeric else 0 end
$$;

create function pool.count_new() returns trigger language plpgsql as $$
begin
    insert into pool.month_change (watch, month, rows, total)
    select w.id, pool.month_of(r.fields, w.day), count(*), sum(pool.amount_of(r.fields, w.summed))
    from new_rows r join pool.month_watch w on w.resource = r.resource
    where not r.deleted and pool.month_of(r.fields, w.day) is not null
    group by 1, 2;
    return null;
end $$;

create function pool.count_changed() returns trigger language plpgsql as $$
begin
    insert into pool.month_change (watch, month, rows, total)
    select w.id, pool.month_of(r.fields, w.day), sum(r.sign), sum(r.sign * pool.amount_of(r.fields, w.summed))
    from (select resource, fields, deleted, 1 as sign from new_rows
          union all
          select resource, fields, deleted, -1 from old_rows) r
      join pool.month_watch w on w.resource = r.resource
    where not r.deleted and pool.month_of(r.fields, w.day) is not null
    group by 1, 2
    having sum(r.sign) <> 0 or sum(r.sign * pool.amount_of(r.fields, w.summed)) <> 0;
    return null;
end $$;

create function pool.count_gone() returns trigger language plpgsql as $$
begin
    insert into pool.month_change (watch, month, rows, total)
    select w.id, pool.month_of(r.fields, w.day), -count(*), -sum(pool.amount_of(r.fields, w.summed))
    from old_rows r join pool.month_watch w on w.resource = r.resource
    where not r.deleted and pool.month_of(r.fields, w.day) is not null
    group by 1, 2;
    return null;
end $$;

create trigger fact_new after insert on pool.fact referencing new table as new_rows
    for each statement execute function pool.count_new();
create trigger fact_changed after update on pool.fact referencing old table as old_rows new table as new_rows
    for each statement execute function pool.count_changed();
create trigger fact_gone after delete on pool.fact referencing old table as old_rows
    for each statement execute function pool.count_gone();
