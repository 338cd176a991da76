/**
 * How the picture of a comparison looks. Its parts are coloured by classes through `currentColor`: what
 * shows an SVG as a picture gives it no properties, and not all that do know custom ones. The colours are
 * the page's, light and dark.
 */
export const CHART_STYLE = `svg{color:#16191f;font:12px system-ui,sans-serif}
text,rect,circle{fill:currentColor}path{fill:none;stroke:currentColor;stroke-width:2;stroke-linejoin:round}
.title{font-size:16px;font-weight:600}.strong{font-weight:600}.end{text-anchor:end}.middle{text-anchor:middle}
.paper{color:#fff}.muted{color:#565e6b}.grid{color:#e3e6eb}.accent{color:#1d4ed8}.rim{stroke:#fff;stroke-width:4;paint-order:stroke}
.grid,.accent,.mark{stroke-width:1}.mark{fill:#fff;stroke:currentColor}.dashed{stroke-dasharray:7 4}.beyond{opacity:.35}
.c0{color:#0068ad}.c1{color:#c84f00}.c2{color:#11793c}.c3{color:#a63d92}.c4{color:#4a3ab5}.c5{color:#8a6a00}.c6{color:#c2455a}.c7{color:#4d5663}
@media(prefers-color-scheme:dark){svg{color:#e8eaee}.paper{color:#1a1d23}.muted{color:#a2abb8}.grid{color:#30353f}.accent{color:#8fb2ff}.rim{stroke:#1a1d23}.mark{fill:#1a1d23}
.c0{color:#5ab0f2}.c1{color:#ff9657}.c2{color:#5ecb88}.c3{color:#e48fd6}.c4{color:#aaa0ff}.c5{color:#dcc04a}.c6{color:#f78f9f}.c7{color:#b3bcc8}}`;

/** Colours of lines; the ninth has the first's again. */
export const COLOURS = 8;

/** The policy of a picture that has this style and nothing else; the digest is the style's. */
export const CHART_POLICY =
  "default-src 'none'; style-src 'sha256-QDSlEZMb7mXAw9yjjOMqpy9fvm4S4VXZsp6JLpQ0lcA='; frame-ancestors 'none'";
