import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A site of somebody else, on an origin of its own. */
export interface HostSite {
  readonly url: string;
  /** Another page for what is asked for next. */
  show: (page: HostPage) => void;
  close: () => Promise<void>;
}

export interface HostPage {
  readonly head?: string;
  readonly body: string;
  /** Further files of the site, scripts say, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** The page's own security policy. */
  readonly policy?: string;
}

/** Starts a site that serves one page, with the policy that the page names. */
export async function hostSite(): Promise<HostSite> {
  let shown: HostPage = { body: "" };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = shown.files?.[path];
    if (file !== undefined) {
      response.setHeader("content-type", path.endsWith(".css") ? "text/css" : "text/javascript");
      response.end(file);
      return;
    }
    if (shown.policy !== undefined) response.setHeader("content-security-policy", shown.policy);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><html lang="en"><head><title>Host</title><link rel="icon" href="data:,">${shown.head ?? ""}</head><body>${shown.body}</body></html>`,
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    show: (page) => {
      shown = page;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** What a careful page allows: our scripts and our prices, and an empty icon of its own. */
export function strictPolicy(ours: string): string {
  return `default-src 'none'; script-src ${ours}; connect-src ${ours}; img-src data:`;
}

/** A page of a host, what went wrong on it, and what was asked of us. */
export interface OpenedHostPage {
  readonly page: Page;
  readonly faults: readonly string[];
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

/** How a page of a host is opened. */
export interface HostPageOptions extends BrowserContextOptions {
  /** Runs in the page before anything of it does. */
  readonly first?: () => void;
}

/** Opens the page that the site shows. */
export async function openHostPage(
  browser: Browser,
  url: string,
  ours: string,
  { first, ...options }: HostPageOptions = {},
): Promise<OpenedHostPage> {
  const context = await browser.newContext({
    locale: "en-US",
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    if (request.url().startsWith(ours)) requests.push(request.url());
    else if (!/^(?:data|blob):/u.test(request.url()) && !request.url().startsWith(url)) {
      faults.push(`foreign request: ${request.url()}`);
    }
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  if (first !== undefined) await page.addInitScript(first);
  await page.goto(url);
  return { page, faults, requests, close: () => context.close() };
}
