import cluster from "node:cluster";
import { enableCompileCache } from "node:module";

// Compiled once, the second start takes half the time: so nothing of the project may be imported before this.
enableCompileCache();
// The first process of a container goes on when nobody hears that it is to end, until it is killed. It has nothing to
// finish before it listens. The others are ended by the primary.
if (cluster.isPrimary) {
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => process.exit(0));
}
const { main } = await import("./node/main.ts");
await main();
