-- What is installed: one row per version of a scene folder, by the hash of its content.
create table scene.version (
    scene        text        not null,
    version      text        not null,
    title        jsonb       not null,
    content      jsonb       not null,
    findings     jsonb       not null default '[]',
    installed_at timestamptz not null default clock_timestamp(),
    installed_by text        not null,
    primary key (scene, version)
);
comment on column scene.version.version is 'first 16 hex digits of the SHA-256 over names and bytes of the folder';
comment on column scene.version.content is 'path to text of every file, so that an old version can run on without its folder';

create table scene.active (
    scene      text        primary key,
    version    text        not null,
    state      text        not null check (state in ('ON', 'OFF')),
    changed_at timestamptz not null default clock_timestamp(),
    changed_by text        not null,
    foreign key (scene, version) references scene.version
);

create table scene.change (
    id         bigint generated always as identity primary key,
    scene      text        not null,
    version    text        not null,
    action     text        not null,
    by_whom    text        not null,
    findings   jsonb       not null default '[]',
    changed_at timestamptz not null default clock_timestamp()
);
comment on table scene.change is 'who deployed, refused, switched off or on what and when; insert only';

create table scene.parameter (
    scene     text        not null,
    id        text        not null,
    from_date date        not null,
    value     text        not null,
    basis     text        not null,
    basis_en  text        not null,
    verified  boolean     not null,
    author    text        not null,
    known_at  timestamptz not null default clock_timestamp(),
    primary key (scene, id, from_date, known_at)
);
comment on table scene.parameter is 'insert only; of several values from the same day the last known counts';

create table scene.job (
    job        text        primary key,
    scene      text        not null,
    version    text        not null,
    desired    text        not null,
    state      text        not null default 'WAITING',
    findings   jsonb       not null default '[]',
    told       text,
    sent_at    timestamptz,
    status_at  timestamptz
);
comment on column scene.job.told is 'digest of the bundle the engines were last told; null while a resource has no accepted shape';
