-- Learning reads the whole table; what was learnt is kept, so that a restart reads it back instead.
alter table registry.learning
    add column model bytea,
    add column taken bigint not null default 0;
comment on column registry.learning.model is '学得的权重 the weights in force';
comment on column registry.learning.taken is '此后又取了多少行 rows taken since';
