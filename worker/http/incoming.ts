/**
 * A request as the application sees it. Each platform has its own way to these few things, and what
 * is not asked for is not made: a standard `Request` would cost Node as much as the rest of an answer.
 */
export interface Incoming {
  readonly method: string;
  /** `/path?query`, the path as the client sent it where parsing would not change it. */
  readonly target: string;
  /** A header by its name in lower case. */
  readonly header: (name: string) => string | null;
  /** The body, read no further than so many bytes; throws an `HttpProblem` beyond. */
  readonly text: (bytesMax: number) => Promise<string>;
  /** The address that the client's requests are counted under; `""` when it is not known. */
  readonly client: string;
  /** How the client reaches the application, as far as the connection or a trusted proxy says. */
  readonly scheme: "http" | "https";
  /** Whether a trusted proxy stands between. */
  readonly isProxied: boolean;
  /** Lets work go on after the answer, where the platform would otherwise end it. */
  readonly defer: (work: Promise<unknown>) => void;
}
