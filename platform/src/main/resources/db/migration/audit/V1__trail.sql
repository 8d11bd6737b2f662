-- 审计: insert-only, hash chained per writer; an anchor ties the writers' heads together.
create table audit.entry (
    writer text not null,
    sequence bigint not null check (sequence > 0),
    at timestamptz not null,
    actor text not null,
    event text not null,
    subject text not null,
    details text not null,
    previous bytea not null,
    hash bytea not null,
    primary key (writer, sequence)
);
create index entry_by_time on audit.entry (at desc);
create index entry_by_subject on audit.entry (subject, at desc);
create index entry_by_actor on audit.entry (actor, at desc);

create table audit.anchor (
    sequence bigint primary key check (sequence > 0),
    at timestamptz not null,
    heads text not null,
    previous bytea not null,
    hash bytea not null
);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is insert-only';
end $$;

create trigger entry_insert_only before update or delete on audit.entry
    for each row execute function audit.refuse_change();
create trigger entry_no_truncate before truncate on audit.entry
    for each statement execute function audit.refuse_change();
create trigger anchor_insert_only before update or delete on audit.anchor
    for each row execute function audit.refuse_change();
create trigger anchor_no_truncate before truncate on audit.anchor
    for each statement execute function audit.refuse_change();
