/** Addresses of scripts that could not be loaded. */
const failed = new Set<string | undefined>();

/**
 * Imports a script by `load`. One that could not be loaded before is asked for again, as the standard has it
 * since July 2026 (whatwg/html#10327). Chromium does not do so yet: for as long as a page is open it remembers what it
 * could not load, and what that imports. So nothing is imported without a network, unless a service worker or this
 * machine answers. What did not come though there was one is asked for by its address with a `#` more, which is another
 * module and the same file: once for each call, which throws when that does not come either.
 */
export async function importAgain<Module>(load: () => Promise<Module>): Promise<Module> {
  if (!navigator.onLine) await fetch(`${import.meta.url}?${performance.now()}`);
  try {
    return await load();
  } catch (error) {
    const address = String(error).split("imported module: ")[1];
    if (failed.has(address)) {
      return importAgain(() => import(/* @vite-ignore */ `${address}#`) as Promise<Module>);
    }
    if (address !== undefined) failed.add(address);
    throw error;
  }
}
