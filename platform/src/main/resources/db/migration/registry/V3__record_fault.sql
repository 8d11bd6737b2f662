-- what is strange about living records, by the codes of RecordFault; written anew with each version of a record
create table registry.record_fault (
    record bigint not null references registry.record (id),
    code   text   not null,
    primary key (record, code)
);
create index record_fault_code on registry.record_fault (code);
comment on table registry.record_fault is '记录异常 what is strange about a source''s record';

create index doubt_other on registry.doubt (record_b);
