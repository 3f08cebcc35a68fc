const TOKEN = /^#token=([\w-]{16,200})$/;

/** A link that the console made has the token behind `#`, which no server sees; afterwards the address is without it. */
export function tokenInAddress(): string {
  const [, token = ''] = TOKEN.exec(location.hash) ?? [];
  if (token !== '') history.replaceState(null, '', location.pathname + location.search);
  return token;
}
