import type { Database, Queries, Statement } from '../../platform/database/database.js';
import type {
  CatalogueItem,
  CatalogueValues,
  Discount,
  Membership,
  PaymentPlan,
} from './catalogue-items.js';

interface Column {
  readonly name: string;
  readonly type: 'text' | 'boolean' | 'jsonb';
  /** SQL of the default of a new row. */
  readonly byDefault?: string;
}

export interface CatalogueTable<T extends CatalogueItem> {
  readonly name: string;
  readonly columns: Readonly<Record<keyof CatalogueValues<T>, Column>>;
}

const NO_REDUCTION = `'{"type": "NONE", "value": null}'`;
const COMMON = {
  name: { name: 'name', type: 'text' },
  isActive: { name: 'is_active', type: 'boolean', byDefault: 'true' },
  isDeleted: { name: 'is_deleted', type: 'boolean', byDefault: 'false' },
} as const;

export const MEMBERSHIPS: CatalogueTable<Membership> = { name: 'memberships', columns: COMMON };

export const PAYMENT_PLANS: CatalogueTable<PaymentPlan> = {
  name: 'payment_plans',
  columns: {
    ...COMMON,
    isAddOn: { name: 'is_add_on', type: 'boolean', byDefault: 'false' },
  },
};

export const DISCOUNTS: CatalogueTable<Discount> = {
  name: 'discounts',
  columns: {
    ...COMMON,
    administrationFee: { name: 'administration_fee', type: 'jsonb', byDefault: NO_REDUCTION },
    joiningFee: { name: 'joining_fee', type: 'jsonb', byDefault: NO_REDUCTION },
    membershipFee: { name: 'membership_fee', type: 'jsonb', byDefault: NO_REDUCTION },
  },
};

/** The statements of one of the tables above. */
export class CatalogueRepository<T extends CatalogueItem> {
  private readonly keys: (keyof CatalogueValues<T>)[];
  private readonly statements: Readonly<
    Record<'insert' | 'find' | 'known' | 'lock' | 'list' | 'update', Statement>
  >;

  constructor(
    private readonly db: Database,
    { name: table, columns }: CatalogueTable<T>,
  ) {
    this.keys = Object.keys(columns) as (keyof CatalogueValues<T>)[];
    const all = this.keys.map((key) => ({ key: String(key), ...columns[key] }));
    const names = all.map(({ name }) => name).join(', ');
    const shown = all.map(({ key, name }) => `${name} as "${key}"`).join(', ');
    const row = `id, ${shown}, change_no as "changeNo", created_at as "createdAt"`;
    const given = (no: number) => `$${no + 2}::${all[no]?.type}`;
    const first = all.map(({ byDefault = 'null' }, no) => `coalesce(${given(no)}, ${byDefault})`);
    const changed = all.map(({ name }, no) => `${name} = coalesce(${given(no)}, ${name})`);
    const id = `$${all.length + 2}`;
    const select = (name: string, condition: string): Statement => ({
      name: `${table}.${name}`,
      text: `select ${row} from ${table} where partner_id = $1 and ${condition}`,
    });
    this.statements = {
      insert: {
        name: `${table}.insert`,
        text: `insert into ${table} (partner_id, ${names}) values ($1, ${first.join(', ')}) returning ${row}`,
      },
      find: select('find', 'id = $2'),
      known: select('known', 'id = any($2::bigint[])'),
      lock: select('lock', 'id = $2 for no key update'),
      list: select('list', 'id > $2 order by id limit $3'),
      update: {
        name: `${table}.update`,
        text: `update ${table} set change_no = nextval('change_numbers'), ${changed.join(', ')}
          where partner_id = $1 and id = ${id} returning ${row}`,
      },
    };
  }

  async insert(partnerId: string, values: CatalogueValues<T>): Promise<T> {
    const [row] = await this.run('insert', [partnerId, ...this.valuesOf(values)]);
    if (!row) throw new Error('an insert gave no row back');
    return row;
  }

  async find(partnerId: string, id: number): Promise<T | undefined> {
    return (await this.run('find', [partnerId, id]))[0];
  }

  /** Deleted ones too, ascending by id. */
  list(partnerId: string, after: number, limit: number): Promise<T[]> {
    return this.run('list', [partnerId, after, limit]);
  }

  findAll(queries: Queries, partnerId: string, ids: readonly number[]): Promise<T[]> {
    return this.run('known', [partnerId, ids], queries);
  }

  async lock(tx: Queries, partnerId: string, id: number): Promise<T | undefined> {
    return (await this.run('lock', [partnerId, id], tx))[0];
  }

  async update(
    tx: Queries,
    partnerId: string,
    { id, values }: { readonly id: number; readonly values: CatalogueValues<T> },
  ): Promise<T | undefined> {
    return (await this.run('update', [partnerId, ...this.valuesOf(values), id], tx))[0];
  }

  private run(
    statement: keyof typeof this.statements,
    values: readonly unknown[],
    queries: Queries = this.db,
  ): Promise<T[]> {
    return queries.query<T>(this.statements[statement], values);
  }

  private valuesOf(values: CatalogueValues<T>): unknown[] {
    return this.keys.map((key) => values[key] ?? null);
  }
}
