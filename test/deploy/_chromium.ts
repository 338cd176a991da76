import { browserPackage } from "./_browser-package.ts";

/** As much of an audit's result as is used here. */
export interface LighthouseResult {
  readonly categories: Readonly<Record<string, { readonly score: number }>>;
  readonly audits: Readonly<
    Record<
      string,
      {
        readonly score: number | null;
        readonly scoreDisplayMode: string;
        readonly numericValue?: number;
        readonly title: string;
      }
    >
  >;
}

interface Puppeteer {
  readonly launch: (options: object) => Promise<{
    readonly wsEndpoint: () => string;
    readonly close: () => Promise<void>;
  }>;
}

type Lighthouse = (
  url: string,
  flags: object,
) => Promise<{ readonly lhr: LighthouseResult } | undefined>;

/** What Lighthouse finds in Debian's Chromium, as a phone on slow 4G whose processor is four times slower. */
export async function audit(urls: readonly string[]): Promise<LighthouseResult[]> {
  const puppeteer = browserPackage("puppeteer-core") as Puppeteer;
  const lighthouse = browserPackage("lighthouse") as Lighthouse;
  const browser = await puppeteer.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox"],
    headless: true,
  });
  try {
    const results: LighthouseResult[] = [];
    for (const url of urls) {
      const port = Number(new URL(browser.wsEndpoint()).port);
      // eslint-disable-next-line no-await-in-loop -- each has the processor for itself
      results.push(await measured(() => lighthouse(url, { port, logLevel: "error" }), url));
    }
    return results;
  } finally {
    await browser.close();
  }
}

/** Runs of one page until Lighthouse has measured it. */
const ATTEMPTS = 3;

/**
 * Now and then Lighthouse gets no trace of a page from the browser, and says of an audit that it has failed
 * itself (`error`): no bad figure, but none. Then it is asked again.
 */
async function measured(run: () => ReturnType<Lighthouse>, url: string): Promise<LighthouseResult> {
  const failed: string[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const result = await run();
    if (result === undefined) throw new Error(`no result for ${url}`);
    const unmeasured = Object.values(result.lhr.audits).filter(
      ({ scoreDisplayMode }) => scoreDisplayMode === "error",
    );
    if (unmeasured.length === 0) return result.lhr;
    failed.push(unmeasured.map(({ title }) => title).join(", "));
  }
  throw new Error(`Lighthouse could not measure ${url}: ${failed.join("; ")}`);
}
