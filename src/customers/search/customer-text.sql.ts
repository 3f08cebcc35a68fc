const MARKED = 'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöøùúûüýÿ';
const PLAIN = 'AAAAAACEEEEIIIINOOOOOOUUUUYaaaaaaceeeeiiiinoooooouuuuyy';

/** In small letters without accents. */
const plainSql = (text: string): string => `lower(translate(${text}, '${MARKED}', '${PLAIN}'))`;

/** What a word may begin: the expressions of `ix_customers_plain_…` and `ix_customers_email_key_prefix`. */
export const namesSql = (c: string): readonly string[] => [
  plainSql(`${c}.first_name`),
  plainSql(`${c}.last_name`),
  `${c}.email_key`,
];

/** A phone number by its digits, the last one first: the expression of `ix_customers_phone_end`. */
export const phoneDigitsSql = (c: string): string =>
  `reverse(regexp_replace(${c}.phone_number, '\\D', '', 'g'))`;

/** What a word may be like: the expression of `ix_customers_similarity`. */
export const customerTextSql = (c: string): string =>
  plainSql(
    `coalesce(${c}.first_name, '') || ' ' || coalesce(${c}.last_name, '') || ' ' || coalesce(${c}.email_key, '')`,
  );

/** A typed word in the same form. */
export const plainWord = (word: string): string =>
  [...word.normalize('NFC')]
    .map((sign) => PLAIN[MARKED.indexOf(sign)] ?? sign)
    .join('')
    .toLowerCase();
