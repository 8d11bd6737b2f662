-- The engine's own tables (act_*, flw_*) live in this schema too; the engine creates them.
create table process.cases (
    id            text        primary key,
    scene         text        not null,
    version       text        not null,
    subject_kind  text        not null,
    subject       text        not null,
    period        text        not null,
    place         text        not null,
    subject_name  text        not null,
    title         jsonb       not null,
    stage         text        not null,
    state         text        not null check (state in ('OPEN', 'CLOSED', 'REFUSED', 'WITHDRAWN')),
    alert         text        not null,
    decision      text        not null,
    proposal      text,
    receipts      jsonb       not null default '[]',
    instance      text,
    opened_at     timestamptz not null default clock_timestamp(),
    opened_city   timestamptz not null,
    stage_city    timestamptz not null,
    ended_at      timestamptz,
    ended_city    timestamptz,
    source_time   timestamptz,
    node          text        not null
);
create unique index case_once on process.cases (scene, subject, period) where state <> 'WITHDRAWN';
create unique index case_instance on process.cases (instance);
create index case_stage on process.cases (state, stage);

create table process.definition (
    scene      text not null,
    version    text not null,
    key        text not null,
    definition text not null,
    primary key (scene, version, key)
);

create table process.timeline (
    id        bigint generated always as identity primary key,
    case_id   text        not null references process.cases (id),
    at        timestamptz not null default clock_timestamp(),
    city_time timestamptz not null,
    kind      text        not null,
    title     jsonb       not null,
    by_whom   text        not null,
    rule      text,
    decision  text,
    receipt   text,
    detail    jsonb       not null default '{}'
);
create index timeline_case on process.timeline (case_id, id);

create table process.task (
    id           text        primary key,
    case_id      text        not null references process.cases (id),
    kind         text        not null,
    title        jsonb       not null,
    form         text,
    role         text        not null,
    place        text        not null,
    state        text        not null check (state in ('OPEN', 'DONE', 'WITHDRAWN')),
    created_at   timestamptz not null default clock_timestamp(),
    created_city timestamptz not null,
    due_city     timestamptz,
    done_at      timestamptz,
    done_city    timestamptz,
    done_by      text,
    answers      jsonb
);
create index task_open on process.task (role, place text_pattern_ops) where state = 'OPEN';
create index task_newest on process.task (created_at);
create index task_case on process.task (case_id);

create table process.clock (
    case_id   text        not null references process.cases (id),
    stage     text        not null,
    started   timestamptz not null,
    due       timestamptz not null,
    amount    int         not null,
    kind      text        not null,
    parameter text        not null,
    from_date date        not null,
    basis     text        not null,
    primary key (case_id, stage)
);
comment on column process.clock.kind is 'CALENDAR_DAYS or WORKING_DAYS, itself a dated parameter of the scene';

create table process.submission (
    client_id text        primary key,
    task_id   text        not null,
    login     text        not null,
    at        timestamptz not null default clock_timestamp()
);

create table process.attachment (
    id         text        primary key,
    case_id    text        not null references process.cases (id),
    task_id    text        not null,
    name       text        not null,
    media_type text        not null,
    bytes      bytea       not null check (length(bytes) <= 2000000),
    added_at   timestamptz not null default clock_timestamp(),
    added_by   text        not null
);

create table process.delivery (
    id         text        primary key,
    case_id    text        not null references process.cases (id),
    name       text        not null,
    ordered_at timestamptz not null default clock_timestamp(),
    verdict    text,
    received_at timestamptz
);
