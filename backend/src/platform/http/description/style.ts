/** Of the API page. Both colour schemes meet WCAG AA. */
export const style = `:root { color-scheme: light dark; --ink: #1c2430; --dim: #55606f; --line: #d8dee6; --paper: #fff; --soft: #f4f6f9; --link: #0b5cad }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e9f0; --dim: #a3afbf; --line: #323b48; --paper: #12171e; --soft: #1a212b; --link: #7db8f2 }
}
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif }
a { color: var(--link) }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
h1, h2, h3, h4 { line-height: 1.25 }
h2 { margin-top: 3rem }
h4 { margin: 1rem 0 .25rem; color: var(--dim); font-size: .875rem }
section { border-top: 1px solid var(--line); padding: .5rem 0 1rem }
nav ul { columns: 2; padding: 0; list-style: none }
nav li { break-inside: avoid; padding: .15rem 0 }
pre, .wide { overflow-x: auto }
pre { margin: 0; padding: .75rem 1rem; background: var(--soft); border-radius: .5rem; font-size: .8125rem; line-height: 1.5 }
code { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere }
.method { font: 600 .75rem ui-monospace, monospace; color: var(--dim) }
table { width: 100%; border-collapse: collapse }
th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
tr:target { background: var(--soft) }
@media (max-width: 40rem) { nav ul { columns: 1 } body { padding: 1rem } }
`
