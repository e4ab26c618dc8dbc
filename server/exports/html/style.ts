/** How a letter looks as a page, on a screen and on paper. It fetches nothing: fonts are those of the machine. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1a1a1a; --soft: #595959; --rule: #b5b5b5; --fill: #f0f2f4; --link: #0b5cad; --paper: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --soft: #b4b4b4; --rule: #555; --fill: #2a2d31; --link: #8ec2ff; --paper: #17181a; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 "IBM Plex Sans", Arial, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 3rem 1.25rem; overflow-wrap: anywhere; hyphens: auto; }
p, li, h1, h2, h3, h4, td, th, blockquote { unicode-bidi: plaintext; text-align: start; }
h1, h2, h3, h4 { line-height: 1.25; margin: 2em 0 .5em; hyphens: manual; break-after: avoid; }
h1 { font-size: 1.9rem; margin: .25rem 0 1.25rem; }
h2 { font-size: 1.35rem; } h3 { font-size: 1.15rem; } h4 { font-size: 1.0625rem; }
p { margin: 0 0 .9em; }
a { color: var(--link); }
.municipality { font-weight: 600; margin-bottom: 2rem; }
.kind, .reference, .source, dt, footer { color: var(--soft); }
.kind { margin: 0; }
.mark { display: inline-block; margin: 0 0 1rem; padding: .1rem .6rem; border: 2px solid currentcolor; font-weight: 700; letter-spacing: .12em; }
dl { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: .2rem 0; margin: 0 0 1.5rem; padding-bottom: 1.25rem; border-bottom: 1px solid var(--rule); font-size: .9375rem; }
dd { margin: 0; }
ul, ol { margin: 0 0 1em; padding-inline-start: 1.6em; }
li > ul, li > ol { margin: .3em 0; }
li > ol { list-style-type: lower-alpha; } li li > ol { list-style-type: lower-roman; } li li li > ol { list-style-type: decimal; }
li { margin: .25em 0; }
blockquote { margin: 1.2em 1.5em; font-style: italic; }
blockquote p { margin: 0; }
.source, .reference { font-style: normal; font-weight: 400; font-size: .9em; }
.blank { background: #ffe9a8; color: #1a1a1a; }
.wide { overflow-x: auto; margin: 1.25em 0; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
th, td { border: 1px solid var(--rule); padding: .4rem .6rem; text-align: start; vertical-align: top; }
th { background: var(--fill); font-weight: 600; }
th > :last-child, td > :last-child { margin-bottom: 0; }
.chart { display: block; width: 15rem; height: 4.5rem; margin: 1em 0 .4em; }
.chart polyline { fill: none; stroke: var(--link); stroke-width: 2; } .chart circle { fill: var(--link); } .chart rect { fill: var(--soft); fill-opacity: .2; }
sup { line-height: 0; } sup a { text-decoration: none; padding: 0 .1em; }
.notes { margin-top: 2.5rem; border-top: 1px solid var(--rule); font-size: .9375rem; }
:target { background: var(--fill); }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--rule); font-size: .8125rem; }
@page { size: A4; margin: 24mm 26mm; }
@media print {
  :root { --ink: #000; --soft: #444; --rule: #999; --fill: #eee; --link: #000; --paper: #fff; }
  body { font-size: 10.5pt; } main { max-width: none; padding: 0; }
  tr, blockquote { break-inside: avoid; } thead { display: table-header-group; } .back { display: none; }
  .wide { overflow: visible; }
}
`.trim();
