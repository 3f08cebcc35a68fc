/** What the pages of the documentation need beyond the hosted pages' own sheet: room for tables, and their frame. */
export const DOCS_STYLE = `
body.docs { grid-template-columns: minmax(0, 68rem); }
.docs-nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: baseline; margin: 0; padding: 0 .25rem; }
.docs-nav strong { margin-right: .5rem; }
.docs h2 { margin: 2rem 0 .5rem; font-size: 1.2rem; }
.docs h3 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
.docs .wide { overflow-x: auto; margin: 0 0 1rem; }
.docs .wide:focus-visible { outline: 2px solid var(--accent); }
.docs table { width: 100%; border-collapse: collapse; font-size: .9rem; }
.docs th, .docs td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--edge); text-align: left; vertical-align: top; }
.docs code { font-size: .92em; overflow-wrap: anywhere; }
.docs td code { overflow-wrap: normal; }
.docs pre { overflow-x: auto; padding: .75rem 1rem; border: 1px solid var(--edge); border-radius: .75rem; background: var(--field); font-size: .85rem; }
.docs tr:target { background: var(--glow); }
.docs-api { margin: 0; font-family: system-ui, sans-serif; }
.docs-api .docs-nav { padding: .75rem 1.25rem; border-bottom: 1px solid #d5dcd8; background: #fff; }
.docs-api .docs-nav a { color: #0b6655; }
.docs-audiences { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: .5rem 1.25rem; background: #f2f6f4; }
.docs-audiences a { padding: .25rem 0; color: #0b6655; }
.docs-audiences a[aria-current] { color: inherit; font-weight: 600; text-decoration: none; }
.docs-audiences a:last-child { margin-left: auto; }
#api { overflow-x: auto; }
.docs-hint { margin: 0; padding: .5rem 1.25rem; }
.docs-api .swagger-ui .opblock-summary { flex-wrap: wrap; }
.docs-api .swagger-ui .opblock .opblock-summary-operation-id { word-break: break-all; }
`;
