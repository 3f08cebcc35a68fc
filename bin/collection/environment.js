// The sandbox as an environment: what is the same on every computer is filled in, what is secret is only named.

const KNOWN = {
  baseUrl: 'http://localhost:3000',
  customerId: '1',
  event: 'checkin',
};
const SECRETS = ['adminKey', 'wellhubKey', 'webhookSecret', 'deviceToken'];

/** Every variable of an address has a place to be filled in. */
export function environmentOf(requests) {
  const named = new Set(requests.flatMap(({ variables }) => variables));
  const plain = [...new Set([...Object.keys(KNOWN), ...[...named].sort()])];
  return {
    variables: [
      ...plain.map((name) => ({ name, value: KNOWN[name] ?? '', enabled: true, secret: false })),
      ...SECRETS.map((name) => ({ name, value: '', enabled: true, secret: true })),
    ],
  };
}
