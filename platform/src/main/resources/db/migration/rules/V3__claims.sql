-- Claims take the longest due first, straight from the index: sorting a first load for each claim would cost more than deciding.
drop index rules.candidate_due;
create index candidate_due on rules.candidate (next_at);
