import type { Partner } from '../../partners/index.js';

/** What the address of a partner's own page may carry. */
export interface LinkFacts {
  readonly origin: string | null;
  readonly userStatus: string | null;
  readonly countryCode: string | null;
}

type Pages = Pick<Partner, 'slug' | 'signUpUrl' | 'logInUrl'>;

/** Where the person goes: the partner's own page, else our hosted one; never made from the `Host` header (2.3). */
export class RedirectLinks {
  constructor(
    private readonly publicUrl: string,
    private readonly partner: Pages,
    private readonly facts: LinkFacts,
  ) {}

  signUp(token: string): string {
    const { signUpUrl, slug } = this.partner;
    return withToken(this.base(signUpUrl, `${slug}/join`), token);
  }

  logIn(token?: string): string {
    const { logInUrl, slug } = this.partner;
    const base = this.base(logInUrl, `${slug}/login`);
    return token === undefined ? base : withToken(base, token);
  }

  private base(own: string | null, hosted: string): string {
    return own === null ? `${this.publicUrl}/${hosted}` : filled(own, this.facts);
  }
}

const filled = (template: string, { origin, userStatus, countryCode }: LinkFacts): string =>
  template
    .replaceAll('{origin}', () => encodeURIComponent(origin ?? ''))
    .replaceAll('{status}', () => encodeURIComponent(userStatus ?? ''))
    .replaceAll('{country}', () => encodeURIComponent(countryCode ?? ''));

/** Adds the token to whatever query the address already has, before its fragment. */
function withToken(address: string, token: string): string {
  const [base = '', ...fragment] = address.split('#');
  const joint = /[?&]$/.test(base) ? '' : base.includes('?') ? '&' : '?';
  return [`${base}${joint}token=${token}`, ...fragment].join('#');
}
