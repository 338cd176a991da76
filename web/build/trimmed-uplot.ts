import type { Plugin } from "vite";

/**
 * What stands in uPlot's file, and what instead: no more ways to draw a line, no axes of time, no
 * legend, no tables of another form, and no numbers in the browser's language, which can be one that `Intl` refuses.
 */
const TRIMMED: readonly (readonly [string, string])[] = [
  ["(paths.stepped = stepped);", ""],
  ["(paths.bars    = bars);", ""],
  ["(paths.spline  = monotoneCubic);", ""],
  ["uPlot.join = join;", ""],
  ["uPlot.fmtDate = fmtDate;", ""],
  ["uPlot.tzDate  = tzDate;", ""],
  [
    "const [ timeIncrsMs, _timeAxisStampsMs, timeAxisSplitsMs ] = genTimeStuffs(1);",
    "const timeIncrsMs = null;",
  ],
  [
    "const [ timeIncrsS,  _timeAxisStampsS,  timeAxisSplitsS  ] = genTimeStuffs(1e-3);",
    "const timeIncrsS = null;",
  ],
  [
    "const _timeAxisSplits = (ms == 1 ? timeAxisSplitsMs(_tzDate) : timeAxisSplitsS(_tzDate));",
    "const _timeAxisSplits = null;",
  ],
  [
    "const _timeAxisVals   = timeAxisVals(_tzDate, timeAxisStamps((ms == 1 ? _timeAxisStampsMs : _timeAxisStampsS), _fmtDate));",
    "const _timeAxisVals = null;",
  ],
  [
    "const _timeSeriesVal  = timeSeriesVal(_tzDate, timeSeriesStamp(_timeSeriesStamp, _fmtDate));",
    "const _timeSeriesVal = null;",
  ],
  ["const showLegend = legend.show;", "const showLegend = false;"],
  ["const mode = self.mode;", "const mode = 1;"],
  ["const mode = u.mode;", "const mode = 1;"],
  [
    "const numFormatter = new Intl.NumberFormat(domEnv ? nav.language : 'en-US');",
    "const numFormatter = new Intl.NumberFormat('en-US');",
  ],
  ["const _fmtDate = (opts.fmtDate || fmtDate);", "const _fmtDate = null;"],
];

/**
 * Takes out of uPlot features that it holds ready and the chart does not use, so that the bundler
 * leaves out what they are made of. Another version of uPlot in which they stand otherwise fails the build.
 */
export function trimmedUplot(): Plugin {
  return {
    name: "trimmed-uplot",
    transform: {
      filter: { id: /uPlot\.esm\.js$/u },
      handler(code) {
        let trimmed = code;
        for (const [line, instead] of TRIMMED) {
          if (!trimmed.includes(line)) throw new Error(`uPlot has no "${line}" any more`);
          trimmed = trimmed.replace(line, instead);
        }
        return { code: trimmed, map: null };
      },
    },
  };
}
