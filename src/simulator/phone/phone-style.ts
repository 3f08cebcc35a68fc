/** The style of the phone page: system fonts, one column, enough contrast in light and dark. */
export const PHONE_CSS = `:root {
  color-scheme: light dark;
  --ink: #1d2430; --soft: #4a5568; --paper: #f5f3ee; --card: #ffffff; --line: #8a8478;
  --accent: #a3264f; --on-accent: #ffffff; --good: #e3f1e6; --bad: #fae5e1;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #eceae4; --soft: #b9bdc6; --paper: #171a20; --card: #20242c; --line: #7b818d;
    --accent: #f19ab6; --on-accent: #2a0a16; --good: #1d3526; --bad: #432420;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
header, main { max-width: 30rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.5rem; }
main { padding-bottom: 3rem; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 0 0 .5rem; font-size: 1.1rem; }
.app { margin: 0; color: var(--soft); }
fieldset, section { margin: 1.25rem 0; padding: 1rem; border: 0; border-radius: .75rem; background: var(--card); }
fieldset { min-width: 0; }
legend { float: left; width: 100%; margin-bottom: .5rem; padding: 0; font-weight: 600; }
.field { clear: both; margin: 0 0 .9rem; }
label { display: block; margin-bottom: .2rem; color: var(--soft); }
input {
  width: 100%; min-height: 2.75rem; padding: .5rem .7rem; font: inherit; color: inherit;
  background: var(--paper); border: 1px solid var(--line); border-radius: .5rem;
}
.actions { display: grid; gap: .75rem; }
button {
  min-height: 3rem; padding: .5rem 1rem; font: inherit; font-weight: 600; cursor: pointer;
  color: var(--accent); background: var(--card); border: 2px solid var(--accent); border-radius: .75rem;
}
button.main { color: var(--on-accent); background: var(--accent); }
button.quiet { color: var(--soft); background: none; border-color: transparent; text-decoration: underline; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
a { color: var(--accent); }
code { overflow-wrap: anywhere; font-size: .9em; }
.outcome p { margin: .25rem 0; }
.outcome.good { background: var(--good); }
.outcome.bad { background: var(--bad); }
ul { margin: 0; padding-left: 1.2rem; }
`;
