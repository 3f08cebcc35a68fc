const MEMORY = 'gatehouse-desk-draft';

interface Draft {
  readonly desk: string;
  readonly fields: Record<string, string>;
}

/** What was typed, kept in this tab during another log-in; it is removed as soon as it is back in the fields. */
export class DeskDraft {
  constructor(private readonly desk: string) {}

  save(): void {
    const fields = Object.fromEntries(inputs().map(({ id, value }) => [id, value]));
    write({ desk: this.desk, fields });
  }

  restore(): void {
    const draft = read();
    write(undefined);
    if (draft?.desk !== this.desk) return;
    for (const input of inputs()) input.value ||= draft.fields[input.id] ?? '';
  }

  isEmpty(): boolean {
    return inputs().every(({ value }) => value === '');
  }
}

const inputs = () =>
  Array.from(document.querySelectorAll<HTMLInputElement>('#desk-typed input[id], #desk-search #q'));

function read(): Draft | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(MEMORY) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function write(draft: Draft | undefined): void {
  try {
    if (draft) sessionStorage.setItem(MEMORY, JSON.stringify(draft));
    else sessionStorage.removeItem(MEMORY);
  } catch {
    // Without storage it must be typed again.
  }
}
