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

/** What Lighthouse looks at: whole categories, and audits of others. */
export interface AuditScope {
  readonly onlyCategories: readonly string[];
  readonly onlyAudits?: readonly string[];
}

/** Debian's Chromium, in which Lighthouse looks at pages. */
export interface AuditedBrowser {
  /** What it finds on a page, as a phone on slow 4G whose processor is four times slower. */
  readonly audit: (url: string, scope: AuditScope) => Promise<LighthouseResult>;
  readonly close: () => Promise<void>;
}

/** No picture of the whole page, which nobody looks at and which takes seconds. */
const FLAGS = { logLevel: "error", disableFullPageScreenshot: true };

/** Starts it, without a window. */
export async function startAuditedBrowser(): Promise<AuditedBrowser> {
  const puppeteer = browserPackage("puppeteer-core") as Puppeteer;
  const lighthouse = browserPackage("lighthouse") as Lighthouse;
  const browser = await puppeteer.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox"],
    headless: true,
  });
  const port = Number(new URL(browser.wsEndpoint()).port);
  return {
    audit: (url, scope) => measured(() => lighthouse(url, { ...FLAGS, port, ...scope }), url),
    close: () => browser.close(),
  };
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
