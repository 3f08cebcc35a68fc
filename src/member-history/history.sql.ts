import type { Statement } from '../platform/database/database.js';
import { HISTORY_SOURCES, type HistoryKind } from './history-sources.sql.js';

/** `$1` partner, `$2` customer, `$3` gym of the key, `$4` to `$6` place, `$7` limit, `$8` hashes of the person. */
const PLACE = `timestamptz 'epoch' + $4::bigint * interval '1 microsecond'`;

/** As JavaScript compares texts, which merges the sources. */
const ID = 's.id collate "C"';

type Bound = (kind: HistoryKind) => string;

/** The bound of the time stands alone, so that only partitions up to it are read. */
const BEFORE: Bound = (kind) => `s.at <= coalesce(${PLACE}, 'infinity')
    and ($4 is null or (s.at, text '${kind}' collate "C", ${ID}) < (${PLACE}, $5::text, $6::text))`;
const AT: Bound = () => `s.at = ${PLACE} and $5::text is not null and s.id = $6::text`;

const statement = (name: string, kind: HistoryKind, bound: Bound): Statement => ({
  name: `member-history.${name}.${kind}`,
  text: `select s.at, text '${kind}' as kind, s.id, s.gym_id as "gymId", s.facts,
      (extract(epoch from s.at) * 1000000)::bigint as micros
    from (${HISTORY_SOURCES[kind].rows('$1::uuid', '$2::bigint')}) s
    where ($3::bigint is null or s.gym_id is null or s.gym_id = $3) and ${bound(kind)}
    order by s.at desc, ${ID} desc limit $7`,
});

export const pageStatement = (kind: HistoryKind): Statement => statement('page', kind, BEFORE);
export const entryStatement = (kind: HistoryKind): Statement => statement('entry', kind, AT);
