-- up to which record names were given all their sounds; -1 when all have them
create table registry.sound_renewal (
    kind text primary key,
    upto bigint not null
);
comment on table registry.sound_renewal is '姓名读音补算进度 how far names have been given the sounds they gained';
