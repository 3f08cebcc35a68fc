import type { ComponentChildren, VNode } from 'preact';
import { LabelledInput } from '../../pages/index.js';
import type { SignOnRefusal } from '../../staff/index.js';
import { SINGLE_SIGN_ON, STAFF_LOG_IN } from '../layout/desk-context.js';
import { DeskLayout } from '../layout/desk-layout.js';
import type { SeatedPerson } from '../log-in/staff-access.js';
import type { DeskWords } from '../words/words.js';
import { signOnWords } from './choose-sign-on-words.js';
import { placePath, type ProviderPlace } from './provider-places.js';

/** The short name of the gym is typed. Which names there are is no secret: they are addresses of pages. */
export function findProviderPage(words: DeskWords, name: string, isUnknown = false): VNode {
  const texts = signOnWords(words);
  return (
    <DeskLayout words={words} title={texts.title} place="Gatehouse">
      <h1>{texts.title}</h1>
      <p class="lead">{texts.findLead}</p>
      <form method="post" action={SINGLE_SIGN_ON} novalidate>
        <LabelledInput
          name="name"
          label={texts.name}
          hint={texts.nameHint}
          input={{
            autocomplete: 'organization',
            maxLength: 100,
            autocapitalize: 'none',
            spellcheck: false,
          }}
          value={name}
          problem={isUnknown ? texts.unknown : undefined}
        />
        <button class="main">{texts.findButton}</button>
      </form>
      <WithPassword words={words} />
    </DeskLayout>
  );
}

/**
 * A link and no form: what a form leads to must be on this site.
 * @param isRequired the person came with a password that is right and does not count
 */
export function providerPage(
  words: DeskWords,
  { slug, partnerName, host }: ProviderPlace,
  isRequired: boolean,
): VNode {
  const texts = signOnWords(words);
  const lead = isRequired ? texts.required : texts.lead;
  return (
    <DeskLayout words={words} title={texts.title} place={partnerName}>
      <h1>{texts.title}</h1>
      <p class="lead">{lead(partnerName, host)}</p>
      <Way href={`${placePath(slug)}/start`}>{texts.button(host)}</Way>
      <WithPassword words={words} />
    </DeskLayout>
  );
}

/** Before something that matters, where there is neither a code nor a password. */
export function confirmAtProviderPage(
  { words, session }: SeatedPerson,
  { partnerName, host }: ProviderPlace,
): VNode {
  const texts = signOnWords(words);
  const { confirmTitle } = words.staff.secondFactor;
  return (
    <DeskLayout words={words} title={confirmTitle} place={partnerName} who={session.name}>
      <h1>{confirmTitle}</h1>
      <p class="lead">{texts.confirmLead(host)}</p>
      <Way href={`${SINGLE_SIGN_ON}/confirm/start`}>{texts.button(host)}</Way>
    </DeskLayout>
  );
}

/**
 * The cookie of a session travels only from our own pages, and the person comes from another site: this page goes on by
 * itself.
 */
export function signedOnPage(words: DeskWords, next: string): VNode {
  const texts = signOnWords(words);
  return (
    <DeskLayout words={words} title={texts.doneTitle} place="Gatehouse" goesTo={next}>
      <h1>{texts.doneTitle}</h1>
      <Way href={next}>{texts.done}</Way>
    </DeskLayout>
  );
}

/** @param again where to start once more */
export function signOnRefusedPage(words: DeskWords, reason: SignOnRefusal, again: string): VNode {
  const texts = signOnWords(words);
  return (
    <DeskLayout words={words} title={texts.refusedTitle} place="Gatehouse">
      <h1>{texts.refusedTitle}</h1>
      <p class="lead">{texts.refused[reason]}</p>
      <Way href={again}>{texts.again}</Way>
      <WithPassword words={words} />
    </DeskLayout>
  );
}

function Way({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  return (
    <p>
      <a class="button main" href={href}>
        {children}
      </a>
    </p>
  );
}

function WithPassword({ words }: { readonly words: DeskWords }): VNode {
  return (
    <p class="aside">
      <a href={STAFF_LOG_IN}>{signOnWords(words).withPassword}</a>
    </p>
  );
}
