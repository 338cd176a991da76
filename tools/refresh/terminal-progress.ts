import process from "node:process";
import { MultiBar, Presets } from "cli-progress";
import type { Progress } from "./download.ts";

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Bars where someone looks on; elsewhere, as in a scheduled run, a line when something ends. */
export function terminalProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY ? bars(stream) : lines(stream);
}

/** Says nothing. */
export const SILENT: Progress = {
  begin: () => ({ advance: () => undefined, end: () => undefined }),
  say: () => undefined,
};

function bars(stream: NodeJS.WriteStream): Progress {
  const all = new MultiBar(
    {
      stream,
      format: "{what} {bar} {percentage}%",
      clearOnComplete: true,
      // Its own handling of Ctrl-C stops the bars and lets the refresh go on.
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  let open = 0;
  /** Leaves the terminal as it was, and stops. */
  const stop = (signal: NodeJS.Signals) => {
    all.stop();
    for (const one of SIGNALS) process.off(one, stop);
    process.kill(process.pid, signal);
  };
  return {
    begin: (what, total) => {
      if (open === 0) for (const signal of SIGNALS) process.on(signal, stop);
      open += 1;
      const unmeasured = { format: "{what} {value}" };
      const bar = all.create(total ?? 0, 0, { what }, total === null ? unmeasured : {});
      return {
        advance: (amount) => bar.increment(amount),
        end: () => {
          bar.stop();
          all.remove(bar);
          open -= 1;
          if (open > 0) return;
          all.stop();
          for (const signal of SIGNALS) process.off(signal, stop);
        },
      };
    },
    say: (line) => {
      if (open > 0) all.log(`${line}\n`);
      else stream.write(`${line}\n`);
    },
  };
}

function lines(stream: NodeJS.WriteStream): Progress {
  return {
    begin: (what) => {
      let amount = 0;
      return {
        advance: (more) => {
          amount += more;
        },
        end: () => stream.write(`${what}: ${amount}\n`),
      };
    },
    say: (line) => stream.write(`${line}\n`),
  };
}
