/**
 * Keeps the page for visits without a network. The build puts before it what the page is made of:
 * the files of one edition are kept together, in a cache of its name, until no open page uses them.
 */
declare const self: ServiceWorkerGlobalScope;

/** Named after the content of all its files. */
declare const EDITION: string;
/** Paths of the files; scripts have the hash of their content in their names. */
declare const FILES: readonly string[];

const PRICES = "prices";
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
  } else if (FILES.includes(pathname)) {
    event.respondWith(keptFile(request, pathname));
  }
});

async function keepFiles(): Promise<void> {
  const cache = await caches.open(EDITION);
  await Promise.all(
    FILES.map(async (path) => {
      // Scripts never change under their name, and the page has just loaded some of them.
      const isHashed = path.startsWith("/assets/");
      const answer = await fetch(path, { cache: isHashed ? "default" : "no-cache" });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      await cache.put(path, await withoutRedirect(answer));
    }),
  );
}

/** The first visit is served from here on; files of editions that no page uses any more are dropped. */
async function takeOver(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name !== EDITION && name !== PRICES);
  await Promise.all(old.map((name) => caches.delete(name)));
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

async function keptFile(request: Request, path: string): Promise<Response> {
  return (await kept(path)) ?? fetch(request);
}

async function kept(path: string): Promise<Response | undefined> {
  const cache = await caches.open(EDITION);
  return cache.match(path);
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
