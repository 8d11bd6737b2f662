-- 基础库 base registries. Source records and which person or firm each belongs to; the only writer is resolve.
create table registry.record (
    id           bigint generated always as identity primary key,
    kind         text        not null,
    resource     text        not null,
    key          text        not null,
    fields       jsonb       not null,
    number_ref   text,
    tokens       bigint[]    not null,
    lane         int         not null,
    sequence     bigint      not null,
    row_no       int         not null,
    valid_from   timestamptz not null,
    known_from   timestamptz not null,
    deleted      boolean     not null default false,
    entity       text        not null,
    entity_since timestamptz not null,
    home         text        not null,
    settled      boolean     not null,
    unique (resource, key)
);
create index record_entity on registry.record (entity);
create index record_number on registry.record (number_ref) where number_ref is not null;
create index record_tokens on registry.record using gin (tokens) with (fastupdate = off);
create index record_loose on registry.record using gin (tokens) where number_ref is null;
create index record_unsettled on registry.record (kind, id) where not settled;
comment on table registry.record is '来源记录 a source''s row as it stands, and its entity';

create table registry.record_past (
    record     bigint      not null references registry.record (id),
    fields     jsonb       not null,
    lane       int         not null,
    sequence   bigint      not null,
    row_no     int         not null,
    valid_from timestamptz not null,
    known_from timestamptz not null,
    deleted    boolean     not null,
    primary key (record, sequence, row_no)
);
comment on table registry.record_past is '来源记录的旧版本 what a source said before';

create table registry.membership_past (
    record     bigint      not null references registry.record (id),
    entity     text        not null,
    since      timestamptz not null,
    until      timestamptz not null
);
create index membership_past_entity on registry.membership_past (entity);
create index membership_past_record on registry.membership_past (record);
comment on table registry.membership_past is '曾经的归属 to whom a record belonged before';

-- an id that was given out always leads somewhere: to itself while it has records, else to where its records went
create table registry.alias (
    id        text primary key,
    successor text        not null,
    since     timestamptz not null
);

create table registry.ruling (
    id        bigint generated always as identity primary key,
    kind      text        not null,
    same      boolean     not null,
    record_a  bigint      not null references registry.record (id),
    record_b  bigint      not null references registry.record (id),
    entity_a  text        not null,
    entity_b  text        not null,
    reason    text        not null,
    ruled_by  text        not null,
    ruled_at  timestamptz not null,
    undone_by text,
    undone_at timestamptz
);
create index ruling_a on registry.ruling (record_a) where undone_at is null;
create index ruling_b on registry.ruling (record_b) where undone_at is null;
comment on table registry.ruling is '专员裁定 a steward''s word: the same, or not the same; a guard for all later runs';

create table registry.event (
    id       bigint generated always as identity primary key,
    kind     text        not null,
    at       timestamptz not null,
    what     text        not null,
    entity   text        not null,
    other    text        not null,
    records  bigint[]    not null,
    cause    text        not null,
    by       text        not null,
    reason   text        not null,
    ruling   bigint references registry.ruling (id)
);
create index event_entity on registry.event (entity);
create index event_other on registry.event (other);
comment on table registry.event is '归并与拆分日志 merge and split log';
create trigger event_insert_only before update or delete on registry.event
    for each row execute function registry.refuse_change();

create table registry.doubt (
    id       bigint generated always as identity primary key,
    kind     text        not null,
    record_a bigint      not null references registry.record (id),
    record_b bigint      not null references registry.record (id),
    cause    text        not null,
    bits     real        not null,
    found_at timestamptz not null,
    unique (record_a, record_b),
    check (record_a < record_b)
);
comment on table registry.doubt is '疑似对 doubtful pairs that wait for a steward';

create table registry.correction (
    id         text primary key,
    entity     text        not null,
    field      text        not null,
    resource   text        not null,
    key        text        not null,
    source_field text      not null,
    seen       text,
    wanted     text        not null,
    reason     text        not null,
    asked_by   text        not null,
    asked_at   timestamptz not null,
    delivery   text        not null,
    state      text        not null,
    answer     text        not null default '',
    closed_at  timestamptz,
    receipt    text
);
create index correction_entity on registry.correction (entity);
create index correction_open on registry.correction (resource, key) where closed_at is null;
comment on table registry.correction is '校核 corrections sent to the source and what became of them';

create table registry.learning (
    kind    text primary key,
    records bigint      not null,
    at      timestamptz not null default clock_timestamp()
);
comment on table registry.learning is '从多少条记录学得权重 how many records the weights in force were learnt from';
