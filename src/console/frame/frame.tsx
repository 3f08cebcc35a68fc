import type { ComponentChildren, VNode } from 'preact';
import { assets } from '../../pages/index.js';
import { ACCOUNT, DESK, LEAVE } from '../layout/desk-context.js';
import { TestBadge } from '../layout/test-badge.js';
import type { ConsolePage } from './console-page.js';
import type { FrameWords } from './frame-words.js';
import { placeValue, type OwnPlace } from './own-places.js';
import { currentSection, sectionsOf } from './navigation.js';

interface FrameProps {
  readonly page: ConsolePage;
  readonly title: string;
  /** One sentence under the title: what this screen is for. */
  readonly lead?: ComponentChildren;
  /** The screen above this one. */
  readonly back?: { readonly href: string; readonly label: string };
  /** Buttons and links beside the title. */
  readonly actions?: ComponentChildren;
  /** Texts for `?done=`, shown once after a change. */
  readonly done?: Readonly<Record<string, string>>;
  /** The same for what did not succeed. */
  readonly failed?: Readonly<Record<string, string>>;
  /** The screen's own browser code. */
  readonly script?: string;
  readonly children: ComponentChildren;
}

/** The frame of every screen of the console: who is there, where else they may go, and what was just done. */
export function Frame(props: FrameProps): VNode {
  const { page, title, lead, back, actions, script, children } = props;
  const { words, partner } = page;
  return (
    <html lang={words.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>{[title, partner?.name].filter(Boolean).join(' · ')}</title>
        <link rel="icon" type="image/svg+xml" href={assets.url('icon.svg')} />
        <link rel="stylesheet" href={assets.url('console.css')} />
        <script type="module" src={assets.url('console.js')} />
        {script && <script type="module" src={assets.url(script)} />}
      </head>
      <body class="console">
        <a class="skip" href="#content">
          {words.skip}
        </a>
        <Head page={page} />
        <main id="content" tabindex={-1} data-resumed={words.resumed} data-copied={words.copied}>
          {page.caller.isObserver && <ObserverBanner page={page} />}
          {back && (
            <p class="way-back">
              <a href={back.href}>
                <span aria-hidden="true">← </span>
                {back.label}
              </a>
            </p>
          )}
          <div class="title-line">
            <h1>{title}</h1>
            {actions && <div class="actions">{actions}</div>}
          </div>
          {lead && <p class="lead">{lead}</p>}
          <Done {...props} />
          {children}
        </main>
      </body>
    </html>
  );
}

/** Above everything that an operator sees of a partner. */
function ObserverBanner({ page }: { readonly page: ConsolePage }): VNode {
  return (
    <form method="post" action={LEAVE} class="looking-in">
      <p>{page.words.lookingIn}</p>
      <button>{page.words.leave}</button>
    </form>
  );
}

function Done({ page, done = {}, failed = {} }: FrameProps): VNode {
  const name = page.query.text('done');
  if (Object.hasOwn(failed, name))
    return (
      <p class="alert" role="alert">
        {failed[name]}
      </p>
    );
  const texts: Record<string, string> = {
    saved: page.words.saved,
    removed: page.words.removed,
    ...done,
  };
  const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
  return (
    <p class="done" role="status">
      {text}
    </p>
  );
}

function Head({ page }: { readonly page: ConsolePage }): VNode {
  const { words, partner, caller } = page;
  const shown = partner?.name ?? words.sections.operator;
  return (
    <header class="console-head">
      <p class="brand">
        <span class="brand-sign" aria-hidden="true">
          {[...shown.trim()][0]?.toLocaleUpperCase() ?? ''}
        </span>
        <span class="brand-name">
          {shown} {partner?.environment === 'test' && <TestBadge words={words.test} />}
        </span>
      </p>
      <details class="console-menu">
        <summary>{words.menu}</summary>
        <Navigation page={page} />
      </details>
      <div class="console-side">
        <Navigation page={page} />
      </div>
      <div class="console-who">
        {caller.person === undefined ? (
          <span class="quiet">{caller.name}</span>
        ) : (
          <a href={ACCOUNT}>{caller.person}</a>
        )}
        {page.otherEnvironment && <Switch page={page} to={page.otherEnvironment} />}
        <form method="post" action={`${DESK}/log-out`}>
          <button class="plain">{words.logOut}</button>
        </form>
      </div>
    </header>
  );
}

/** From live to the test environment and back, for who works at both. */
function Switch({ page, to }: { readonly page: ConsolePage; readonly to: OwnPlace }): VNode {
  return (
    <form method="post" action={`${ACCOUNT}/place`}>
      <button class="plain" name="place" value={placeValue(to)}>
        {page.words.goTo[to.environment]}
      </button>
    </form>
  );
}

const GROUPS: readonly (keyof FrameWords['groups'])[] = ['daily', 'business', 'setUp'];

function Navigation({ page }: { readonly page: ConsolePage }): VNode {
  const { words } = page;
  const sections = sectionsOf(page);
  const current = currentSection(page)?.name;
  return (
    <nav aria-label={words.menu}>
      {GROUPS.map((group) => {
        const own = sections.filter((section) => section.group === group);
        return own.length === 0 ? null : (
          <div key={group} class="nav-group">
            <p class="nav-title">{words.groups[group]}</p>
            <ul>
              {own.map((section) => (
                <li key={section.name}>
                  <a
                    href={section.path}
                    {...(section.name === current && { 'aria-current': 'page' as const })}
                  >
                    {words.sections[section.name]}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
