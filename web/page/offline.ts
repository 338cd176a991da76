/** Lets the service worker keep the page, where the browser has such and the page is served securely. */
export async function keepOffline(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register("/service-worker.js");
  } catch {
    // The page works without.
  }
}
