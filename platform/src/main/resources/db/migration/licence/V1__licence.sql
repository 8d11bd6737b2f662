-- 电子证照签发 issued e-licences: what was signed is never changed; a revocation is a row of its own, signed as well.
create sequence licence.serial;

create table licence.issued (
    identifier text        primary key,
    paper      text        not null,
    serial     text        not null,
    version    int         not null,
    document   text        not null,
    signature  text        not null,
    check_code text        not null,
    issued_at  timestamptz not null,
    issued_by  text        not null,
    unique (paper, version)
);
comment on table licence.issued is '已签发的电子证照 the signed document of each e-licence, version by version';

create table licence.revoked (
    identifier text        primary key references licence.issued (identifier),
    statement  text        not null,
    signature  text        not null,
    reason     text        not null,
    revoked_at timestamptz not null,
    revoked_by text        not null
);
comment on table licence.revoked is '证照注销 signed revocations';

create function licence.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'issued licences and revocations are insert-only';
end $$;
create trigger issued_insert_only before update or delete on licence.issued
    for each row execute function licence.refuse_change();
create trigger revoked_insert_only before update or delete on licence.revoked
    for each row execute function licence.refuse_change();
