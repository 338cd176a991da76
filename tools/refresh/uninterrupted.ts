import process from "node:process";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Does something to its end; a signal to stop that comes meanwhile is obeyed only after it. */
export async function uninterrupted<Result>(work: () => Promise<Result>): Promise<Result> {
  const received: NodeJS.Signals[] = [];
  const note = (signal: NodeJS.Signals) => {
    received.push(signal);
  };
  for (const signal of SIGNALS) process.on(signal, note);
  try {
    return await work();
  } finally {
    for (const signal of SIGNALS) process.off(signal, note);
    for (const signal of received) process.kill(process.pid, signal);
  }
}
