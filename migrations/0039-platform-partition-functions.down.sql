drop function drop_partition(regclass, text);
drop function make_partition(regclass, text, timestamptz, timestamptz);
