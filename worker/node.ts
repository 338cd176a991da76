import type { ServerRequest } from "srvx";
import { FastResponse, serve } from "srvx/node";
import { createApp } from "./app.ts";
import { withCustomCatalog } from "./custom-catalog/custom-platform.ts";
import { DEFAULT_PORT } from "./default-port.ts";
import { diskPlatform } from "./disk-platform.ts";
import { BODY_BYTES_MAX } from "./http/body.ts";
import { targetOf } from "./http/target.ts";

const PORT_MAX = 65_535;

const platform = await withCustomCatalog(diskPlatform, process.env["CATALOG_DIR"]);
const server = serve({
  fetch: createApp({ ...platform, Response: FastResponse, target: plainTarget }),
  hostname: process.env["HOST"] ?? "127.0.0.1",
  port: portFrom(process.env["PORT"]),
  silent: true,
  // The application answers a body over the limit itself; this is the net under it.
  maxRequestBodySize: BODY_BYTES_MAX * 2,
});
await server.ready();
console.log(`Listening on ${server.url ?? ""}`);

function portFrom(text: string | undefined): number {
  if (text === undefined || text === "") return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > PORT_MAX) {
    console.error(`PORT must be a whole number from 0 to ${PORT_MAX}, not "${text}"`);
    process.exit(1);
  }
  return port;
}

/** A target that parsing would leave as it is. */
const PLAIN_TARGET = /^\/[\w/-]*(?:\?|$)/u;

/** The target as the client sent it, when it is plain, as those of the API are. */
function plainTarget(request: ServerRequest): string {
  const target = request.runtime?.node?.req.url ?? "";
  return PLAIN_TARGET.test(target) ? target : targetOf(request);
}
