/** Both colour schemes; from 320 px. */
export const STYLE = `
:root { color-scheme: light dark; --text: #1b1b1f; --faint: #5a5a66; --line: #d8d8e0; --back: #fff; --box: #f5f5f8; --good: #0b6b36; --bad: #b3151d; }
@media (prefers-color-scheme: dark) {
  :root { --text: #ececf1; --faint: #a6a6b4; --line: #3a3a44; --back: #17171b; --box: #212127; --good: #5fd08d; --bad: #ff8a8a; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
p { margin: .25rem 0; }
.target, dd, li, pre, code { overflow-wrap: anywhere; }
.sum { font-weight: 600; }
.faint { color: var(--faint); font-size: .875rem; }
.passed > .mark, .sum.passed { color: var(--good); }
.failed > .mark, .sum.failed, dd.failed { color: var(--bad); }
article { border: 1px solid var(--line); border-left: 4px solid var(--bad); border-radius: 4px; padding: .25rem 1rem .75rem; margin: .75rem 0; }
article h3 { margin-top: .5rem; }
dl { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: .35rem .75rem; margin: .5rem 0; }
dt { color: var(--faint); }
dd { margin: 0; }
ul { list-style: none; margin: 0; padding: 0; }
li { display: grid; grid-template-columns: 4.5rem minmax(0, 1fr); gap: .5rem; padding: .35rem 0; border-top: 1px solid var(--line); }
.mark { font-size: .875rem; color: var(--faint); }
a { color: inherit; }
details { margin: .25rem 0; }
summary { color: var(--faint); font-size: .875rem; cursor: pointer; padding: .25rem 0; }
.piece { background: var(--box); border-radius: 4px; padding: .5rem .75rem; margin: .5rem 0; }
.label { color: var(--faint); font-size: .8125rem; }
pre { margin: 0 0 .5rem; font: .8125rem/1.45 ui-monospace, monospace; white-space: pre-wrap; }
@media (max-width: 30rem) { dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd { margin-bottom: .5rem; } }
@media print { details::details-content { content-visibility: visible; } }
`;
