import type { VNode } from 'preact';
import { QrPicture } from '../layout/qr-picture.js';
import type { ConsolePage } from '../frame/console-page.js';
import { CopyField } from '../frame/form.js';
import { Frame } from '../frame/frame.js';
import { Panel } from '../frame/list.js';
import type { Door } from './door.js';
import { DOORS_WORDS } from './doors-words.js';

interface NewToken {
  /** Absent where the form was sent again: it was shown before. */
  readonly token?: string;
  readonly publicUrl: string;
}

/** The only page that ever shows a token. */
export function tokenScreen(page: ConsolePage, door: Door, made: NewToken): VNode {
  const { token: words } = page.textsOf(DOORS_WORDS);
  const { token, publicUrl } = made;
  const path = `/console/doors/${door.id}`;
  return (
    <Frame
      page={page}
      title={words.madeTitle}
      back={{ href: path, label: door.name || String(door.id) }}
    >
      <p class="alert">{token === undefined ? words.shownBefore : words.once}</p>
      {token !== undefined && <Token page={page} token={token} publicUrl={publicUrl} />}
      <p>
        <a class="button" href={path}>
          {token === undefined ? page.words.back : words.done}
        </a>
      </p>
    </Frame>
  );
}

/** Behind `#` it reaches no server and no log. */
function Token({
  page,
  token,
  publicUrl,
}: Required<NewToken> & { readonly page: ConsolePage }): VNode {
  const { token: words } = page.textsOf(DOORS_WORDS);
  const address = `${publicUrl}/${page.partner?.slug ?? ''}/kiosk#token=${token}`;
  return (
    <>
      <CopyField page={page} label={words.value} value={token} />
      <Panel title={words.kioskTitle}>
        <p>{words.kiosk}</p>
        <p>
          <QrPicture text={address} label={words.qr} />
        </p>
        <CopyField page={page} label={words.kioskLink} value={address} />
      </Panel>
    </>
  );
}
