import { enableCompileCache } from "node:module";

// Compiled once, the second start takes half the time: so nothing may be imported before this.
enableCompileCache();
const { main } = await import("./node/main.ts");
await main();
