import type { VNode } from 'preact';
import { LOG_IN, STAFF_LOG_IN } from '../layout/desk-context.js';
import { DeskLayout } from '../layout/desk-layout.js';
import type { DeskWords, LogInProblem } from '../words/words.js';

export interface DeskLogInForm {
  readonly name: string;
  readonly problem?: LogInProblem;
}

/** A key is never sent back, so it must be entered again after an error. */
export function deskLogInPage(words: DeskWords, { name, problem }: DeskLogInForm): VNode {
  const { logIn } = words;
  const isName = problem === 'nameMissing';
  return (
    <DeskLayout words={words} title={logIn.title}>
      <h1>{logIn.title}</h1>
      <p class="lead">{logIn.lead}</p>
      {problem && (
        <div class="alert" role="alert">
          <a href={isName ? '#name' : '#key'}>{logIn.problems[problem]}</a>
        </div>
      )}
      <form method="post" action={LOG_IN} novalidate>
        <p class={problem && !isName ? 'field has-problem' : 'field'}>
          <label for="key">{logIn.key}</label>
          <input
            id="key"
            name="key"
            type="password"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            maxLength={512}
            required
            aria-describedby="key-hint"
            {...(problem && !isName && { 'aria-invalid': 'true' as const })}
          />
          <span class="hint" id="key-hint">
            {logIn.keyHint}
          </span>
        </p>
        <p class={isName ? 'field has-problem' : 'field'}>
          <label for="name">{logIn.name}</label>
          <input
            id="name"
            name="name"
            autocomplete="name"
            maxLength={100}
            required
            aria-describedby="name-hint"
            value={name}
            {...(isName && { 'aria-invalid': 'true' as const })}
          />
          <span class="hint" id="name-hint">
            {logIn.nameHint}
          </span>
        </p>
        <button class="main">{logIn.button}</button>
      </form>
      <p class="aside">
        {words.staff.logIn.forSoftware} <a href={STAFF_LOG_IN}>{words.staff.logIn.withEmail}</a>
      </p>
    </DeskLayout>
  );
}
