/**
 * Keeps the page for visits without a network. The build puts before it what the page is made of:
 * the files of one edition are kept together, in a cache of its name. Those of the edition before
 * stay too, for pages that are still open: what they load later is no longer on the server.
 */
declare const self: ServiceWorkerGlobalScope;

/** Named after the content of all its files. */
declare const EDITION: string;
/** Paths of the files; scripts have the hash of their content in their names. */
declare const FILES: readonly string[];

const PRICES = "prices";
const EDITIONS_KEPT = 2;
/** A network that has not answered by then is as good as none. */
const PATIENCE_MS = 4000;

self.addEventListener("install", (event) => event.waitUntil(keepFiles()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    const page = pageOf(pathname);
    if (FILES.includes(page)) event.respondWith(newestPage(request, page));
  } else if (pathname.startsWith("/rate-cards/")) {
    event.respondWith(newestPrices(request));
  } else if (isScript(pathname) || FILES.includes(pathname)) {
    event.respondWith(keptFile(request));
  }
});

async function keepFiles(): Promise<void> {
  const cache = await caches.open(EDITION);
  await Promise.all(
    FILES.map(async (path) => {
      // Scripts never change under their name, and the page has just loaded some of them.
      const answer = await fetch(path, { cache: isScript(path) ? "default" : "no-cache" });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      await cache.put(path, await withoutRedirect(answer));
    }),
  );
  await self.skipWaiting();
}

/** Open pages, that of the first visit too, are served from here on. */
async function takeOver(): Promise<void> {
  const editions = (await caches.keys()).filter((name) => name !== PRICES);
  await Promise.all(editions.slice(0, -EDITIONS_KEPT).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The page as it is now; the one that was kept when the network has none. Its scripts follow from it. */
async function newestPage(request: Request, page: string): Promise<Response> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.status < 500) return answer;
  } catch {
    // Without a network, or with one that does not answer.
  }
  return (await kept(page)) ?? fetch(request);
}

/** Prices as they are now, kept as they are used; without a network those of the last time. */
async function newestPrices(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      const cache = await caches.open(PRICES);
      await cache.put(request, answer.clone());
      return answer;
    }
  } catch {
    // Without a network.
  }
  const cache = await caches.open(PRICES);
  const { pathname } = new URL(request.url);
  return (await cache.match(request)) ?? (await kept(pathname)) ?? fetch(request);
}

/** A script of either edition, a file of this one, or what the network has. */
async function keptFile(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const found = isScript(pathname) ? await caches.match(pathname) : await kept(pathname);
  return found ?? fetch(request);
}

async function kept(path: string): Promise<Response | undefined> {
  const cache = await caches.open(EDITION);
  return cache.match(path);
}

/** Whether a file is named after its content. */
function isScript(path: string): boolean {
  return path.startsWith("/assets/");
}

/** `/verify` and `/verify.html` are one page, as servers have it. */
function pageOf(pathname: string): string {
  if (pathname.endsWith("/")) return `${pathname}index.html`;
  return pathname.endsWith(".html") ? pathname : `${pathname}.html`;
}

/** A browser takes no redirected answer for a page. */
async function withoutRedirect(answer: Response): Promise<Response> {
  if (!answer.redirected) return answer;
  return new Response(await answer.blob(), { headers: answer.headers });
}
