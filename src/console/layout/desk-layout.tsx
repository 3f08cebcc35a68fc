import type { ComponentChildren, VNode } from 'preact';
import { assets } from '../../pages/index.js';
import { ACCOUNT, DESK } from './desk-context.js';
import { TestBadge } from './test-badge.js';
import type { DeskWords } from '../words/words.js';

interface LayoutProps {
  readonly words: DeskWords;
  readonly title: string;
  /** The gym, or the partner before one is chosen. */
  readonly place?: string;
  /** Under the place: the date, or nothing. */
  readonly below?: string;
  /** Who is logged in: key and name. */
  readonly who?: string;
  /** They have a page of their own. */
  readonly hasAccount?: boolean;
  /** In a test environment. */
  readonly isTest?: boolean;
  readonly isWide?: boolean;
  readonly hasOtherGyms?: boolean;
  readonly script?: string;
  /** The page goes there by itself. */
  readonly goesTo?: string;
  readonly children: ComponentChildren;
}

/** The frame of every page of the front desk. */
export function DeskLayout(props: LayoutProps): VNode {
  const { words, title, place, isWide = false, script, goesTo, children } = props;
  return (
    <html lang={words.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>{[title, place].filter(Boolean).join(' · ')}</title>
        <link rel="icon" type="image/svg+xml" href={assets.url('icon.svg')} />
        <link rel="stylesheet" href={assets.url('gatehouse.css')} />
        <link rel="stylesheet" href={assets.url('front-desk.css')} />
        {goesTo && <meta http-equiv="refresh" content={`0; url=${goesTo}`} />}
        {script && <script type="module" src={assets.url(script)} />}
      </head>
      <body class={isWide ? 'desk' : 'desk desk-narrow'}>
        {isWide && (
          <a class="skip" href="#desk-waiting">
            {words.head.skip}
          </a>
        )}
        <Head {...props} />
        <main class={isWide ? 'desk-main' : 'card'}>{children}</main>
      </body>
    </html>
  );
}

function Head({ words, place, below, who, hasAccount, hasOtherGyms, isTest }: LayoutProps): VNode {
  const shown = place ?? words.logIn.title;
  return (
    <header class="desk-head">
      <span class="brand-sign" aria-hidden="true">
        {[...shown.trim()][0]?.toLocaleUpperCase() ?? ''}
      </span>
      <p class="desk-place" id="desk-place">
        <strong>{shown}</strong>
        {isTest && <TestBadge words={words.head.test} />}
        {below && <span class="quiet">{below}</span>}
      </p>
      {who && (
        <div class="desk-who">
          {hasAccount ? <a href={ACCOUNT}>{who}</a> : <span class="quiet">{who}</span>}
          {hasOtherGyms && <a href={DESK}>{words.head.otherGym}</a>}
          <form method="post" action={`${DESK}/log-out`}>
            <button class="plain">{words.head.logOut}</button>
          </form>
        </div>
      )}
    </header>
  );
}
