import server from "./deno.ts";

/** What Deno has of its own, as far as it is needed here. */
declare const Deno: {
  serve(handler: typeof server.fetch): unknown;
};

// Deno Deploy starts a file by itself, instead of by `deno serve`.
Deno.serve(server.fetch);
