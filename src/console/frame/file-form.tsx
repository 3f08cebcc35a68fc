import type { VNode } from 'preact';
import type { ConsolePage } from './console-page.js';

interface FileFormProps {
  readonly page: ConsolePage;
  /** Where the script of the page sends the bytes by PUT: `file-answer.ts`. */
  readonly action: string;
  /** Of the field; another one for each form of a page. */
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly accept: string;
  readonly submit: string;
  /** Where nothing came back. */
  readonly failed: string;
}

/** A form that sends one file. Only a script can, so that it is shown by `web/file-forms.ts`. */
export function FileForm(props: FileFormProps): VNode {
  const { page, action, id, label, hint, accept, submit, failed } = props;
  return (
    <form
      class="console-form"
      id={`${id}-form`}
      data-send-file={action}
      data-failed={failed}
      hidden
    >
      <fieldset class="whole" disabled={page.caller.isObserver === true}>
        <p class="field">
          <label for={id}>{label}</label>
          <input id={id} type="file" accept={accept} required aria-describedby={`${id}-hint`} />
          <span class="hint" id={`${id}-hint`}>
            {hint}
          </span>
          <span class="problem" role="alert" />
        </p>
        <button class="main">{submit}</button>
      </fieldset>
    </form>
  );
}
