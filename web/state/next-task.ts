/** Lets the browser do what is due, a frame or what a finger asks for, before what follows. */
export async function nextTask(): Promise<void> {
  // WebKit has none.
  if ("scheduler" in globalThis && "yield" in scheduler) await scheduler.yield();
  else await new Promise((resolve) => setTimeout(resolve));
}
