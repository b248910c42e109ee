/** How the document looks, on a screen and on A4. Nothing is told by colour alone. */
import type { Html } from './explain-markup.ts';

export const STYLE: Html = {
  markup: `
:root { --ink: #1b1b1b; --soft: #57534e; --line: #b8b2aa; --tint: #f5f3ef; --good: #1e5c3a; --bad: #9b1c1c; --open: #7a4d00; }
* { box-sizing: border-box; }
html { color: var(--ink); background: #fff; font: 400 1rem/1.5 "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", Arial, sans-serif; }
body { max-width: 66rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.75rem 0 .75rem; padding-bottom: .25rem; border-bottom: 2px solid var(--ink); break-after: avoid; }
h3 { font-size: 1.02rem; margin: 1.75rem 0 .5rem; break-after: avoid; }
p { margin: .4rem 0; max-width: 75ch; }
ul, ol { margin: .4rem 0; padding-left: 1.3rem; }
header { border-bottom: 1px solid var(--line); padding-bottom: 1rem; }
nav ol { columns: 2; margin: 1rem 0; }
a { color: inherit; }
a:focus-visible { outline: 3px solid #1a5fb4; outline-offset: 2px; }
dl { margin: 0; }
dl > div { display: grid; grid-template-columns: 11rem 1fr; gap: 1rem; padding: .35rem 0; border-bottom: 1px solid var(--line); }
dt { color: var(--soft); }
dd { margin: 0; }
dd ul { margin: 0; padding-left: 1.1rem; }
bdi { white-space: pre-line; overflow-wrap: anywhere; }
time { white-space: nowrap; font-variant-numeric: tabular-nums; }
code { font-size: .85em; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; margin: .75rem 0 1.25rem; font-size: .86rem; line-height: 1.4; }
caption { text-align: left; color: var(--soft); padding-bottom: .35rem; }
.hidden-caption caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 1.5px solid var(--ink); font-weight: 600; }
thead th:first-letter { text-transform: uppercase; }
tbody th { font-weight: 400; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.timeline { table-layout: fixed; }
.timeline th:nth-child(1) { width: 4%; }
.timeline th:nth-child(2) { width: 14%; }
.timeline th:nth-child(4) { width: 13%; }
.timeline th:nth-child(5), .timeline th:nth-child(6) { width: 15%; }
.timeline td { overflow-wrap: break-word; }
.small time { white-space: normal; }
.unbroken { white-space: nowrap; }
.timeline th[scope="row"], .shares td:nth-child(n+3) { font-variant-numeric: tabular-nums; }
.small { display: block; color: var(--soft); font-size: .92em; }
.note { color: var(--soft); font-size: .92rem; }
.particulars { display: block; margin-top: .15rem; }
.particular { display: inline; margin-right: .6rem; }
.field { color: var(--soft); }
.flag { display: inline-block; border: 1px solid var(--open); color: var(--open); border-radius: .2rem; padding: 0 .35rem; font-size: .85em; }
.flag.bad { border-color: var(--bad); color: var(--bad); }
.verdict { border: 1px solid var(--line); border-left-width: .5rem; background: var(--tint); padding: .6rem 1rem; margin: .5rem 0; }
.verdict.proved { border-left-color: var(--good); }
.verdict.open { border-left: .5rem double var(--open); }
.verdict.bad { border-left-color: var(--bad); }
figure { margin: .5rem 0; }
svg { width: 100%; height: auto; display: block; }
.swatch { display: inline-block; width: 1.6rem; vertical-align: -.05rem; }
dt::first-letter { text-transform: uppercase; }
@page { size: A4; margin: 17mm 15mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  nav { display: none; }
  h2 { margin-top: 1.6rem; }
  table { font-size: 8.3pt; }
  article > p, caption, thead { break-after: avoid; }
  .whole, figure, .verdict { break-inside: avoid; }
  .verdict, .flag { print-color-adjust: exact; }
  a { text-decoration: none; }
}
@media (max-width: 45rem) {
  nav ol { columns: 1; }
  dl > div { grid-template-columns: 1fr; gap: 0; }
  table { display: block; overflow-x: auto; }
  .timeline { min-width: 44rem; }
}
`,
};
