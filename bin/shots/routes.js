/** Ids, whatever their form. */
const ID = /^(?:\d+|[0-9a-f]{8}-[0-9a-f-]{27}|[\w.~%-]{24,})$/;

/** An address without its ids and its query: the page, whoever it is about. */
export const routesIn = (path) =>
  path
    .split('?', 1)[0]
    .split('/')
    .map((part) => (ID.test(part) ? 'id' : part))
    .join('/');
