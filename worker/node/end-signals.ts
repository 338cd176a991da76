const SIGNALS = ["SIGTERM", "SIGINT"];

/** Has this alone hear from now on that the process is to end, each time that it is told. */
export function onEndSignal(listener: () => void): void {
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal);
    process.on(signal, listener);
  }
}
