/** Where the script came from, whatever the page that uses it: prices and further pages are there. */
export const SITE = new URL(/* @vite-ignore */ "/", import.meta.url);
