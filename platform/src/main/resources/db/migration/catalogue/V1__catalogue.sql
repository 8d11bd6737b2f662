-- 目录: departments, resources with the metadata of the 2017 guide, schema versions, needs and grants.
create table catalogue.department (
    code text primary key check (code ~ '^[a-z][a-z0-9_]{0,39}$'),
    title_zh text not null,
    title_en text not null,
    registered_at timestamptz not null default clock_timestamp()
);

create table catalogue.resource (
    id text primary key check (id ~ '^[a-z][a-z0-9_]*\.[A-Za-z0-9_.$-]+$'),
    department text not null references catalogue.department (code),
    code text not null default '',
    title_zh text not null,
    title_en text not null,
    abstract_zh text not null default '',
    abstract_en text not null default '',
    resource_class text not null default 'DEPARTMENT',
    format text not null default 'DATABASE',
    share_type text not null default 'CONDITIONAL'
        check (share_type in ('UNCONDITIONAL', 'CONDITIONAL', 'NOT_SHARED')),
    share_condition_zh text not null default '',
    share_condition_en text not null default '',
    share_basis_zh text not null default '',
    share_basis_en text not null default '',
    open_type text not null default 'NOT_OPEN',
    update_cycle text not null default 'IRREGULAR',
    status text not null default 'PUBLISHED' check (status in ('PUBLISHED', 'WITHDRAWN')),
    search text not null,
    published_at timestamptz not null default clock_timestamp(),
    changed_at timestamptz not null default clock_timestamp()
);
create index resource_by_department on catalogue.resource (department);
create index resource_full_text on catalogue.resource using gin (to_tsvector('simple', search));

create table catalogue.field (
    resource text not null references catalogue.resource (id),
    name text not null,
    position int not null,
    title_zh text not null,
    title_en text not null,
    source_type text not null,
    length int,
    nullable boolean not null,
    key boolean not null,
    element text,
    primary key (resource, name)
);

-- A gateway may see a table before anyone registers it: no reference to the resource.
create table catalogue.version (
    resource text not null,
    fingerprint bigint not null,
    version int check (version > 0),
    state text not null check (state in ('PENDING', 'ACCEPTED')),
    fields jsonb not null,
    observed_at timestamptz not null,
    accepted_at timestamptz,
    accepted_by text,
    primary key (resource, fingerprint),
    unique (resource, version)
);

-- 需求与授权: what a scene may use, for what, on which legal basis.
create table catalogue.need (
    scene text not null,
    resource text not null references catalogue.resource (id),
    fields text[] not null,
    lookup text[] not null,
    purpose_zh text not null,
    purpose_en text not null,
    legal_basis text not null,
    state text not null check (state in ('REQUESTED', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
    requested_at timestamptz not null default clock_timestamp(),
    decided_at timestamptz,
    decided_by text,
    decision_basis text not null default '',
    primary key (scene, resource)
);
create index need_waiting on catalogue.need (requested_at) where state = 'REQUESTED';
