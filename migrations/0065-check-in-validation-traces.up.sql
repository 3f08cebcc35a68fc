-- The step of a trace that wrote a row, so that what is done about it later belongs to the same trace. Null for all that
-- is not sampled.
alter table check_ins add column traceparent text;
