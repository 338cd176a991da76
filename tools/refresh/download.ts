/** What a source asks of the network. `DownloadFolder` does it for real, with retries and resumption. */
export interface Downloads {
  /**
   * Downloads a large file to disk and answers its path. A partial download of the same name is
   * gone on with; a file that is whole already is not asked for again.
   */
  readonly file: (name: string, url: string, options?: RequestOptions) => Promise<string>;
  /** Downloads JSON. What this run has read, or one that broke off, is kept. */
  readonly json: (name: string, url: string, options?: RequestOptions) => Promise<unknown>;
  /** Downloads text. */
  readonly text: (name: string, url: string, options?: RequestOptions) => Promise<string>;
}

export interface RequestOptions {
  readonly headers?: Readonly<Record<string, string>>;
}

/** Shows how far something of a known or unknown length has come. */
export interface Progress {
  /** `total` in the unit of `advance`; `null` when it is not known. */
  readonly begin: (what: string, total: number | null) => ProgressBar;
  /** Says something that is no progress: why it waits. */
  readonly say: (line: string) => void;
}

export interface ProgressBar {
  readonly advance: (amount: number) => void;
  readonly end: () => void;
}
