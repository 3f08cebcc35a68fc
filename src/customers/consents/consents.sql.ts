const COLUMNS = `document, version, url, source, given_at as "givenAt"`;

export const LIST_CONSENTS = {
  name: 'consents.list',
  text: `select ${COLUMNS} from consents where partner_id = $1 and customer_id = $2
    order by given_at, document`,
};

export const RECORD_CONSENT = {
  name: 'consents.give',
  text: `insert into consents (partner_id, customer_id, document, version, url, source, given_at)
    select $1, $2, document, version, url, $4, statement_timestamp()
    from json_to_recordset($3::json) as given (document text, version text, url text)
    on conflict do nothing`,
};

// Both profiles are one person: the earlier consent to a version stands.
export const MOVE_CONSENTS = {
  name: 'consents.move',
  text: `insert into consents as c (partner_id, customer_id, document, version, url, source, given_at)
    select partner_id, $3, document, version, url, source, given_at from consents
    where partner_id = $1 and customer_id = $2
    on conflict on constraint pk_consents do update
      set url = excluded.url, source = excluded.source, given_at = excluded.given_at
      where excluded.given_at < c.given_at`,
};

export const REMOVE_CONSENTS = {
  name: 'consents.remove',
  text: 'delete from consents where partner_id = $1 and customer_id = $2',
};
