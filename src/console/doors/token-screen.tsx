import type { VNode } from 'preact';
import { QrPicture } from '../layout/qr-picture.js';
import type { ConsolePage } from '../frame/console-page.js';
import { CopyField } from '../frame/form.js';
import { Frame } from '../frame/frame.js';
import { Panel } from '../frame/list.js';
import type { Door } from './door.js';
import { DOORS_WORDS } from './doors-words.js';

interface NewToken {
  readonly token: string;
  readonly publicUrl: string;
}

/** The only page that ever shows a token. Behind `#` it reaches no server and no log. */
export function tokenScreen(page: ConsolePage, door: Door, made: NewToken): VNode {
  const { token: words } = page.textsOf(DOORS_WORDS);
  const { token, publicUrl } = made;
  const address = `${publicUrl}/${page.partner?.slug ?? ''}/kiosk#token=${token}`;
  const back = { href: `/console/doors/${door.id}`, label: door.name || String(door.id) };
  return (
    <Frame page={page} title={words.madeTitle} back={back}>
      <p class="alert">{words.once}</p>
      <CopyField page={page} label={words.value} value={token} />
      <Panel title={words.kioskTitle}>
        <p>{words.kiosk}</p>
        <p>
          <QrPicture text={address} label={words.qr} />
        </p>
        <CopyField page={page} label={words.kioskLink} value={address} />
      </Panel>
      <p>
        <a class="button" href={`/console/doors/${door.id}`}>
          {words.done}
        </a>
      </p>
    </Frame>
  );
}
