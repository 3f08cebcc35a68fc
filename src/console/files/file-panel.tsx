import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { FileForm } from '../frame/file-form.js';
import { ConfirmedAction } from '../frame/form.js';
import { Panel } from '../frame/list.js';
import { ACCEPTED, isPicture, type MemberFileKind } from './file-kinds.js';
import { FILES_WORDS } from './files-words.js';

interface FilePanelProps {
  readonly page: ConsolePage;
  readonly kind: MemberFileKind;
  /** Of the file in the API; null where there is none. */
  readonly url: string | null;
  /** Of the screen: PUT stores a file, `/remove` removes it. */
  readonly action: string;
}

/** One file about a member: shown or downloaded, replaced, removed. Its page brings the script `send-file.js`. */
export function FilePanel({ page, kind, url, action }: FilePanelProps): VNode {
  const words = page.textsOf(FILES_WORDS);
  const { title, lead } = words.kinds[kind];
  return (
    <Panel title={title}>
      <p class="quiet">{lead}</p>
      <ShownFile page={page} kind={kind} url={url} />
      {page.may('CUSTOMER_WRITE') && (
        <FileForm
          page={page}
          action={action}
          id={`file-${kind}`}
          label={url === null ? words.choose : words.chooseOther}
          hint={isPicture(kind) ? words.pictureHint : words.documentHint}
          accept={ACCEPTED[kind].join(',')}
          submit={words.send}
          failed={words.problems.other}
        />
      )}
      {url !== null && page.may('CUSTOMER_WRITE') && (
        <ConfirmedAction
          page={page}
          action={`${action}/remove`}
          label={`${words.remove}…`}
          consequence={words.removeText}
          submit={words.remove}
        />
      )}
    </Panel>
  );
}

function ShownFile({ page, kind, url }: Omit<FilePanelProps, 'action'>): VNode {
  const words = page.textsOf(FILES_WORDS);
  if (url === null) return <p>{words.none}</p>;
  const href = url.slice(new URL(url).origin.length);
  if (isPicture(kind))
    return (
      <p>
        <img class="file-picture" src={href} alt={words.kinds[kind].title} width="240" />
      </p>
    );
  return (
    <p>
      <a class="button second" href={href} download>
        {words.download}
      </a>
    </p>
  );
}
