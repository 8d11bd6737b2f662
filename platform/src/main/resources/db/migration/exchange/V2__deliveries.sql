-- 回流: what the platform writes back into a department's own table.
create table exchange.delivery (
    id text primary key,
    department text not null,
    target_table text not null,
    key_column text not null,
    columns jsonb not null,
    case_id text not null,
    digest text not null,
    ordered_at timestamptz not null,
    state text not null check (state in ('ORDERED', 'WRITTEN', 'REFUSED')),
    reason text not null default '',
    written_at timestamptz,
    received_at timestamptz,
    receipt text
);
create index delivery_by_case on exchange.delivery (case_id);
create index delivery_open on exchange.delivery (ordered_at) where state = 'ORDERED';

create table exchange.node_key (
    node text not null,
    public_key text not null,
    valid_from timestamptz not null,
    primary key (node, public_key)
);
