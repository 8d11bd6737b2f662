-- 信用异议与修复 objections to public credit records and their repair. A procedure is one row; what became of it stays.
create table credit.objection (
    id           text        primary key,
    record       text        not null,
    resource     text        not null,
    key          text        not null,
    source_field text        not null,
    seen         text,
    wanted       text        not null,
    reason       text        not null,
    raised_by    text        not null,
    raised_at    timestamptz not null,
    delivery     text        not null,
    state        text        not null,
    answer       text        not null default '',
    closed_by    text,
    closed_at    timestamptz,
    receipt      text
);
create unique index objection_open on credit.objection (record) where closed_at is null;
create index objection_row on credit.objection (resource, key) where closed_at is null;
create index objection_delivery on credit.objection (delivery);
comment on table credit.objection is '异议 objections, raised for the subject and answered by the department';

create table credit.repair (
    id         text        primary key,
    record     text        not null,
    resource   text        not null,
    key        text        not null,
    severity   text        not null,
    rule       text        not null,
    shortest   date        not null,
    city_day   date        not null,
    commitment text        not null,
    proofs     text[]      not null,
    asked_by   text        not null,
    asked_at   timestamptz not null,
    state      text        not null,
    decided_by text,
    decided_at timestamptz,
    reason     text        not null default '',
    delivery   text,
    answer     text        not null default '',
    closed_at  timestamptz,
    receipt    text
);
create unique index repair_open on credit.repair (record) where closed_at is null;
create index repair_row on credit.repair (resource, key);
create index repair_delivery on credit.repair (delivery);
comment on table credit.repair is '信用修复 applications for repair, with the rule and the day that they were judged by';
