import type { IncomingMessage } from "node:http";
import proxyAddress from "proxy-addr";

/** Whether the address at so many steps from the server belongs to a proxy of ours. */
export type Trust = (address: string, step: number) => boolean;

/** A small number of proxies in a row. */
const HOPS = /^[1-9]$/u;

/**
 * `TRUST_PROXY`: how many proxies stand in front, or their addresses and subnets; `null` when none
 * is trusted. Throws for what is neither.
 */
export function trustBy(text: string): Trust | null {
  if (text === "" || text === "0" || text === "false") return null;
  if (HOPS.test(text)) {
    const hops = Number(text);
    return (_address, step) => step < hops;
  }
  return proxyAddress.compile(text.split(",").map((part) => part.trim()));
}

/** The address of the client: the connection's, or the last one in front of the proxies that are trusted. */
export function clientAddress(request: IncomingMessage, trust: Trust | null): string {
  return trust === null ? (request.socket.remoteAddress ?? "") : proxyAddress(request, trust);
}

/** How the client reached the proxy, if a trusted one says so; `null` when none stands between. */
export function forwardedScheme(
  request: IncomingMessage,
  trust: Trust | null,
): "http" | "https" | null {
  if (trust === null || !trust(request.socket.remoteAddress ?? "", 0)) return null;
  const given = request.headers["x-forwarded-proto"];
  const [scheme] = String(given ?? "").split(",", 1);
  return scheme?.trim() === "https" ? "https" : scheme?.trim() === "http" ? "http" : null;
}
