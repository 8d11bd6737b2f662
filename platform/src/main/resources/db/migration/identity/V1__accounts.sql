-- 身份: accounts, roles, region scopes, secrets, sessions and authorizations, so that a login survives the process.
create table identity.account (
    login text primary key check (login ~ '^[a-z0-9][a-z0-9.-]{1,39}$'),
    name_zh text not null,
    name_en text not null,
    password text not null,
    region text not null default '' check (region ~ '^[0-9]{0,12}$'),
    department text not null default '',
    enabled boolean not null default true,
    created_at timestamptz not null default clock_timestamp(),
    changed_at timestamptz not null default clock_timestamp()
);

create table identity.account_role (
    login text not null references identity.account (login),
    role text not null,
    granted_at timestamptz not null default clock_timestamp(),
    granted_by text not null,
    primary key (login, role)
);
-- The three administrators are separate: no account holds two.
create unique index one_administrator_per_account on identity.account_role (login)
    where role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR');
-- A machine is a token, never an account.
alter table identity.account_role add constraint machine_is_no_account check (role <> 'MACHINE');

create table identity.sign_in_failure (
    login text primary key,
    failures int not null,
    last_at timestamptz not null,
    locked_until timestamptz
);

create table identity.secret (
    name text primary key,
    value text not null,
    created_at timestamptz not null default clock_timestamp()
);

create table identity.spring_session (
    primary_id char(36) primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create unique index spring_session_by_id on identity.spring_session (session_id);
create index spring_session_by_expiry on identity.spring_session (expiry_time);
create index spring_session_by_principal on identity.spring_session (principal_name);

create table identity.spring_session_attributes (
    session_primary_id char(36) not null references identity.spring_session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);

create table identity.oauth2_authorization (
    id varchar(100) primary key,
    registered_client_id varchar(100) not null,
    principal_name varchar(200) not null,
    authorization_grant_type varchar(100) not null,
    authorized_scopes varchar(1000),
    attributes text,
    state varchar(500),
    authorization_code_value text,
    authorization_code_issued_at timestamptz,
    authorization_code_expires_at timestamptz,
    authorization_code_metadata text,
    access_token_value text,
    access_token_issued_at timestamptz,
    access_token_expires_at timestamptz,
    access_token_metadata text,
    access_token_type varchar(100),
    access_token_scopes varchar(1000),
    oidc_id_token_value text,
    oidc_id_token_issued_at timestamptz,
    oidc_id_token_expires_at timestamptz,
    oidc_id_token_metadata text,
    refresh_token_value text,
    refresh_token_issued_at timestamptz,
    refresh_token_expires_at timestamptz,
    refresh_token_metadata text,
    user_code_value text,
    user_code_issued_at timestamptz,
    user_code_expires_at timestamptz,
    user_code_metadata text,
    device_code_value text,
    device_code_issued_at timestamptz,
    device_code_expires_at timestamptz,
    device_code_metadata text
);
create index oauth2_authorization_by_expiry on identity.oauth2_authorization (refresh_token_expires_at);
