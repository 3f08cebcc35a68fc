import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { Frame } from '../frame/frame.js';
import { fullName, memberPath } from '../frame/people.js';
import { MEMBER_FILES, type MemberFile } from './file-kinds.js';
import { FilePanel } from './file-panel.js';
import { FILES_WORDS } from './files-words.js';

/** A member with the addresses of their files. */
export interface FiledMember {
  readonly id: number;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly photoUrl: string | null;
  readonly coverPhotoUrl: string | null;
  readonly directDebitDocumentUrl: string | null;
}

const URLS = {
  photo: 'photoUrl',
  'cover-photo': 'coverPhotoUrl',
  'direct-debit-document': 'directDebitDocumentUrl',
} as const satisfies Record<MemberFile, keyof FiledMember>;

export const memberFiles = (id: number | string, rest = ''): string =>
  memberPath(id, `/files${rest}`);

export function memberFilesScreen(page: ConsolePage, member: FiledMember): VNode {
  const words = page.textsOf(FILES_WORDS);
  const label = fullName(member) || String(member.id);
  return (
    <Frame
      page={page}
      title={words.title}
      lead={words.lead}
      back={{ href: memberPath(member.id), label }}
      script="send-file.js"
    >
      <div class="panels">
        {MEMBER_FILES.map((kind) => (
          <FilePanel
            key={kind}
            page={page}
            kind={kind}
            url={member[URLS[kind]]}
            action={memberFiles(member.id, `/${kind}`)}
          />
        ))}
      </div>
    </Frame>
  );
}
