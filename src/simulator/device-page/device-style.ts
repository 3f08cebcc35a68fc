/** The style of the device's page: system fonts, two columns where there is room, enough contrast in light and dark. */
export const DEVICE_CSS = `:root {
  color-scheme: light dark;
  --ink: #16202a; --soft: #4b5866; --paper: #eef1f4; --card: #ffffff; --line: #808b97; --faint: #d9dfe5;
  --accent: #0b5c7a; --on-accent: #ffffff; --good: #dff1e4; --good-ink: #14532d; --bad: #fbe3de; --bad-ink: #8a1c0d;
  --cabinet: #1f2933; --cabinet-edge: #39485a; --screen: #0c1318; --glass: #e8f4f8; --metal: #c3ccd6;
  --free: #35c46a; --shut: #f0654d; --rest: #4aa8d8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e9edf1; --soft: #b3bdc8; --paper: #11161b; --card: #1b222a; --line: #7d8996; --faint: #313b46;
    --accent: #7cc7e4; --on-accent: #06222e; --good: #16331f; --good-ink: #b6ecc6; --bad: #46201a; --bad-ink: #ffc9bf;
    --cabinet: #232e39; --cabinet-edge: #45566a;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
header, main { max-width: 76rem; margin: 0 auto; padding: 0 1rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 2rem; justify-content: space-between; align-items: end; padding-top: 1.5rem; }
nav { display: flex; gap: 1.25rem; }
nav a, .refresh { display: inline-flex; align-items: center; min-height: 2.75rem; }
main { padding-top: 1.25rem; padding-bottom: 3rem; }
h1 { margin: 0; font-size: 1.85rem; line-height: 1.2; letter-spacing: -.01em; }
h2 { margin: 0 0 .75rem; font-size: 1.1rem; }
h3 { margin: .75rem 0 .25rem; font-size: .9rem; color: var(--soft); }
p { margin: 0 0 .5rem; }
.app { margin: 0; color: var(--soft); }
.quiet { color: var(--soft); font-size: .9rem; font-weight: 400; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.card, .face, .verdict { padding: 1.1rem; border-radius: .9rem; background: var(--card); border: 1px solid var(--faint); }
.stage, .controls, .pair { display: grid; gap: 1.25rem; min-width: 0; }
.stage > *, .controls > *, .pair > * { min-width: 0; }
.card > :last-child, .face > :last-child, form > :last-child { margin-bottom: 0; }
main > * + * { margin-top: 1.25rem; }
.cabinet {
  position: relative; overflow: hidden; padding: 1rem 1rem .25rem; border-radius: 1.1rem 1.1rem .5rem .5rem;
  background: linear-gradient(var(--cabinet-edge), var(--cabinet) 4rem); color: #f3f7fa;
}
.mode { display: inline-block; margin: 0 0 .75rem; padding: .1rem .7rem; border-radius: 1rem; font-size: .85rem; font-weight: 600; }
.mode::before { content: "● "; }
.mode.online { background: #123f26; color: #b6ecc6; }
.mode.alone { background: #5a3406; color: #ffdca8; }
.display {
  display: grid; align-content: center; min-height: 7.5rem; padding: .75rem 1rem; text-align: center; border-radius: .6rem;
  background: var(--screen); color: var(--glass); border: 2px solid #54687c;
}
.display p { margin: 0; min-height: 1.5rem; }
.display .message { font-size: 1.5rem; font-weight: 650; line-height: 1.25; overflow-wrap: anywhere; }
.open .display { border-color: var(--free); }
.shut .display { border-color: var(--shut); }
.lamp { height: .5rem; margin: .9rem auto 0; max-width: 60%; border-radius: 1rem; background: var(--rest); opacity: .7; }
.open .lamp { background: var(--free); opacity: 1; box-shadow: 0 0 1.5rem .3rem var(--free); }
.shut .lamp { background: var(--shut); opacity: 1; box-shadow: 0 0 1.5rem .2rem var(--shut); }
.arm { display: grid; place-items: center; }
.arm svg { width: min(100%, 15rem); height: auto; }
.bars { fill: var(--cabinet-edge); stroke: var(--metal); stroke-width: 9; stroke-linecap: round; transform-origin: 100px 92px; }
.way { fill: none; stroke: var(--free); stroke-width: 7; stroke-linecap: round; stroke-linejoin: round; }
.frame { fill: none; stroke: var(--metal); stroke-width: 7; }
.leaf { fill: #4d6074; stroke: var(--metal); stroke-width: 4; stroke-linejoin: round; }
.open .leaf { fill: var(--free); }
@media (prefers-reduced-motion: no-preference) {
  .clockwise .bars { animation: swing 1.6s ease-in-out infinite alternate; }
  .anticlockwise .bars { animation: swing 1.6s ease-in-out infinite alternate-reverse; }
}
@keyframes swing { from { transform: rotate(-7deg); } to { transform: rotate(7deg); } }
.position { margin: .9rem 0 .1rem; font-size: 1.05rem; }
.hint { margin: .75rem 0; padding: .75rem; border-radius: .6rem; background: var(--paper); }
.counts { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .75rem; margin: .75rem 0 .25rem; }
.counts div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.counts dt { color: var(--soft); font-size: .85rem; line-height: 1.3; }
.counts dd { margin: 0; font-size: 1.4rem; font-weight: 650; font-variant-numeric: tabular-nums; }
fieldset { min-width: 0; margin: 0 0 .9rem; padding: 0; border: 0; }
.choices { display: flex; flex-wrap: wrap; gap: .5rem; }
.choice { position: relative; margin: 0; }
.choice input { position: absolute; inset: 0; width: 100%; height: 100%; min-height: 0; margin: 0; opacity: 0; cursor: pointer; }
.choice span {
  display: inline-flex; align-items: center; min-height: 2.75rem; padding: .25rem .9rem; border: 1px solid var(--line);
  border-radius: 2rem; cursor: pointer;
}
.choice input:checked + span { color: var(--on-accent); background: var(--accent); border-color: var(--accent); font-weight: 600; }
.choice input:focus-visible + span { outline: 3px solid var(--accent); outline-offset: 2px; }
.field { margin: 0 0 .9rem; }
label { display: block; margin-bottom: .2rem; }
.check { display: flex; gap: .6rem; align-items: center; min-height: 2.75rem; margin: .35rem 0 0; }
.check input { width: 1.25rem; min-height: 1.25rem; margin: 0; }
input, select, textarea {
  width: 100%; min-height: 2.75rem; padding: .5rem .7rem; font: inherit; color: inherit;
  background: var(--paper); border: 1px solid var(--line); border-radius: .5rem;
}
#content { font-size: 1.15rem; font-variant-numeric: tabular-nums; }
.inline { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin-top: .9rem; }
.inline input { width: 8rem; }
.row { display: flex; flex-wrap: wrap; gap: .6rem; }
.row > button { flex: 1 1 7rem; }
button {
  min-height: 2.9rem; padding: .4rem .9rem; font: inherit; font-weight: 600; cursor: pointer;
  color: var(--accent); background: var(--card); border: 1.5px solid var(--accent); border-radius: .6rem;
}
button.main, button[aria-pressed="true"] { color: var(--on-accent); background: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
a { color: var(--accent); }
code { overflow-wrap: anywhere; font-size: .9em; }
.verdict p, .verdict ul { margin: 0; }
.verdict.good { background: var(--good); color: var(--good-ink); border-color: transparent; }
.verdict.bad { background: var(--bad); color: var(--bad-ink); border-color: transparent; }
.verdict ul { padding-left: 1.2rem; }
.exchanges details { border-top: 1px solid var(--faint); }
.exchanges summary {
  display: grid; grid-template-columns: 3.25rem minmax(0, 1fr); gap: 0 .6rem; align-items: center; min-height: 3rem; padding: .4rem 0; cursor: pointer;
}
.exchanges summary .quiet { grid-column: 2; }
.status { grid-row: span 2; padding: .15rem 0; text-align: center; border-radius: .4rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.status.good { background: var(--good); color: var(--good-ink); }
.status.bad { background: var(--bad); color: var(--bad-ink); }
.breach { color: var(--bad-ink); }
pre { margin: 0 0 .5rem; padding: .6rem; overflow: auto; border-radius: .5rem; background: var(--paper); white-space: pre-wrap; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .4rem .35rem; text-align: left; border-top: 1px solid var(--faint); overflow-wrap: anywhere; }
th, td:first-child { overflow-wrap: normal; white-space: nowrap; }
th { border-top: 0; color: var(--soft); font-size: .85rem; font-weight: 500; }
.settings summary { cursor: pointer; }
.settings h2 { display: inline; }
.grid { display: grid; gap: 0 1rem; margin-top: .75rem; }
@media (max-width: 30rem) { table { font-size: .85rem; } th, td { padding: .35rem .2rem; } th { font-size: .75rem; } }
@media (min-width: 40rem) { .grid { grid-template-columns: repeat(2, minmax(0, 1fr)); align-items: end; } .wide { grid-column: 1 / -1; } }
@media (min-width: 62rem) {
  .stage { grid-template-columns: 25rem minmax(0, 1fr); align-items: start; }
  .pair { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); align-items: start; }
  .grid { grid-template-columns: repeat(4, minmax(0, 1fr)); }
}
`;
