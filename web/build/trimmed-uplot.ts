import type { Plugin } from "vite";
import { trimmedLibrary, type Cut } from "./trimmed-library.ts";

/**
 * What stands in uPlot's file, and what instead: no ways of its own to draw a line, no axes of time, no
 * legend, no tables of another form, and no numbers in the browser's language, which can be one that `Intl` refuses.
 */
const TRIMMED: readonly Cut[] = [
  ["(paths.linear  = linear);", ""],
  ["const linearPath = linear() ;", ""],
  ["s.paths  = s.paths || linearPath || retNull;", "s.paths  = s.paths || retNull;"],
  ["(paths.stepped = stepped);", ""],
  ["(paths.bars    = bars);", ""],
  ["(paths.spline  = monotoneCubic);", ""],
  ["uPlot.fmtNum = fmtNum;", ""],
  ["uPlot.rangeNum = rangeNum;", ""],
  ["uPlot.rangeLog = rangeLog;", ""],
  ["uPlot.rangeAsinh = rangeAsinh;", ""],
  ["uPlot.orient   = orient;", ""],
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
  // The chart says itself how far each axis goes, where its ticks are and how they are written.
  [
    "(isTime && sc.distr == 1 ? _timeAxisSplits : sc.distr == 3 ? logAxisSplits : sc.distr == 4 ? asinhAxisSplits : numAxisSplits)",
    "null",
  ],
  [
    "(          sc.distr >= 3 && sc.log == 10 ? log10AxisValsFilt : sc.distr == 3 && sc.log == 2 ? log2AxisValsFilt : retArg1)",
    "null",
  ],
  ["timeAxisVals(_tzDate, timeAxisStamps(av, _fmtDate)) :", "null :"],
  ["timeAxisVal(_tzDate, av) :", "null :"],
  [") : av || numAxisVals", ") : av"],
  [
    "(isStr(sv) ? timeSeriesVal(_tzDate, timeSeriesStamp(sv, _fmtDate)) : sv || _timeSeriesVal) : sv || numSeriesVal;",
    "null : null;",
  ],
  ["(isTime ? snapTimeX : scaleKey == xScaleKey ?", "("],
  ["(sc.distr == 3 ? snapLogX : sc.distr == 4 ? snapAsinhX : snapNumX) :", "null"],
  ["(sc.distr == 3 ? snapLogY : sc.distr == 4 ? snapAsinhY : snapNumY)", ""],
  ["dataMin == null ? nullNullTuple : rangeNum(dataMin, dataMax, cfg);", "cfg;"],
  ["[_min, _max] = rangeLog(_min, _min, scaleX.log, false);", ";"],
  ["[_min, _max] = rangeAsinh(_min, _min, scaleX.log, false);", ";"],
  ["[_min, _max] = rangeNum(_min, _max, rangePad, true);", ";"],
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
 * leaves out what they are made of.
 */
export function trimmedUplot(): Plugin {
  return trimmedLibrary("uplot", /uPlot\.esm\.js$/u, TRIMMED);
}
