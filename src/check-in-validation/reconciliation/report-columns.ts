/** Names of columns reduced to letters and digits; the first one that is present counts. */
const ID_COLUMNS = [
  'gympassid',
  'wellhubid',
  'uniquetoken',
  'idgympass',
  'idwellhub',
  'tokenunico',
  'userid',
  'wellhubuserid',
  'gympassuserid',
  'idusuario',
  'iddousuario',
  'iddeusuario',
  'benutzerid',
  'nutzerid',
  'memberid',
  'mitgliedsid',
  'idsocio',
  'idmembro',
  'token',
];
const DAY_COLUMNS = [
  'checkindate',
  'checkinat',
  'checkintime',
  'checkin',
  'date',
  'datetime',
  'visitdate',
  'timestamp',
  'validatedat',
  'validationdate',
];
/** "Data do check-in", "Fecha de la visita", "Datum der Validierung", "Datum", in the order in which they count. */
const DAY = '(?:data|fecha|datum|dia|tag|date|jour|day)';
const OF = '(?:do|da|de|del|dela|des|der|du)?';
const TIME = '(?:e|y|und|et)?(?:hora|uhrzeit|zeit|ora|heure|time)';
const DAY_NAMES = [
  new RegExp(`^(?:${DAY}${OF}checkin|checkin${DAY}|checkinzeit|horadocheckin)(?:${TIME})?$`),
  new RegExp(`^${DAY}(?:${TIME})?$`),
  new RegExp(`^(?:${DAY}${OF}visit[ae]?|besuchs${DAY})$`),
  new RegExp(
    `^(?:${DAY}${OF}(?:validacao|validacion|validierung|validation|convalida)|validierungs${DAY}|validiertam)$`,
  ),
];

/** Among how many rows that of the names is looked for: titles may stand above it. */
export const ROWS_BEFORE_DATA = 10;

/** Whether these cells name the column of the id and that of the day. */
export function namesColumns(cells: readonly string[]): boolean {
  const names = cells.map(columnName);
  return idColumn(names) >= 0 && dayColumn(names) >= 0;
}

/** A name as it is compared: without accents, case, blanks and signs. */
export const columnName = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');

/** Index of the column with the Wellhub id; -1 when there is none. @param names made by `columnName` */
export const idColumn = (names: readonly string[]): number => firstOf(names, ID_COLUMNS);

/** Where the day stands; -1 when no column names it. */
export function dayColumn(names: readonly string[]): number {
  const known = firstOf(names, DAY_COLUMNS);
  if (known >= 0) return known;
  const rule = DAY_NAMES.find((one) => names.some((name) => one.test(name)));
  return rule ? names.findIndex((name) => rule.test(name)) : -1;
}

function firstOf(names: readonly string[], known: readonly string[]): number {
  const name = known.find((one) => names.includes(one));
  return name === undefined ? -1 : names.indexOf(name);
}
