-- What the pooler ignores of a start (docs/database.md).
alter role gatehouse set statement_timeout = '2s';
alter role gatehouse set plan_cache_mode = 'force_generic_plan';
