import { DEFAULT_PORT } from "./default-port.ts";

/** Asks the server on this machine whether it is healthy; the container's health check. */
const port = process.env["PORT"] ?? DEFAULT_PORT;
try {
  const response = await fetch(`http://127.0.0.1:${port}/health`);
  process.exitCode = response.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
