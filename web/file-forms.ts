/** Forms that send one file as it is. They are hidden until a script can do it. */
export function sendFiles(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-send-file]'))
    sendBy(form);
}

function sendBy(form: HTMLFormElement): void {
  const file = form.querySelector<HTMLInputElement>('input[type=file]');
  const problem = form.querySelector('[role=alert]');
  if (!file || !problem) return;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    problem.textContent = '';
    void send(form, file.files?.[0], problem);
  });
}

async function send(form: HTMLFormElement, file: File | undefined, problem: Element) {
  const { to, text } = await put(form.dataset['sendFile'] ?? '', file);
  if (to) location.assign(to);
  else problem.textContent = text ?? form.dataset['failed'] ?? '';
}

/** A session that ended leads to the log-in, which a script cannot show: the page is loaded again. */
async function put(url: string, body: File | undefined): Promise<{ to?: string; text?: string }> {
  if (!body) return {};
  try {
    const answer = await fetch(url, { method: 'PUT', body });
    if (answer.redirected) return { to: location.href };
    const { to, problem } = (await answer.json()) as { to?: string; problem?: string };
    return { ...(to && { to }), ...(problem && { text: problem }) };
  } catch {
    return {};
  }
}
