/** What one request of a kind costs the server, as docs/load-report.md says it was measured. */
export interface MeasuredRequest {
  readonly endpoint: string;
  /** CPU time of the server's processes for one request, the log and HTTP included. */
  readonly cpuUs: number;
  /** Requests a second that the measured machine answered at most, beside what asked it. */
  readonly requestsPerSecond: number;
}

/** Reads the figures out of the report's text; throws when one is not there. */
export function measuredLoad(report: string): readonly MeasuredRequest[] {
  return ["/lambda", "/comparison"].map((endpoint) => {
    const found = new RegExp(
      `\`${endpoint}\`[^.]*?\\s([\\d,]+)\\s+requests/s,\\s+([\\d,.]+)\\s+µs\\s+CPU`,
      "u",
    ).exec(report);
    if (found === null) throw new Error(`the load report does not say what ${endpoint} costs`);
    const [requestsPerSecond = 0, cpuUs = 0] = found
      .slice(1)
      .map((figure) => Number(figure.replaceAll(",", "")));
    return { endpoint, cpuUs, requestsPerSecond };
  });
}
