-- Who read a person's record: insert-only, one row a read. Set reads follow from granted needs.
create table registry.read (
    id           bigint generated always as identity primary key,
    person_ref   text        not null,
    reader       text        not null,
    reader_name  text        not null,
    department   text        not null,
    purpose      text        not null,
    legal_basis  text        not null,
    unmasked     boolean     not null,
    fields       text[]      not null,
    read_at      timestamptz not null default clock_timestamp()
);
create index read_person on registry.read (person_ref, read_at desc);
comment on table registry.read is '查询台账 ledger of single reads';

create function registry.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger of reads is insert-only';
end $$;
create trigger read_insert_only before update or delete on registry.read
    for each row execute function registry.refuse_change();
