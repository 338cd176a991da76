import { DEFAULT_PORT } from "./default-port.ts";

/** Asks the server on this machine whether it is healthy; the container's health check. */
const { PORT, HOST } = process.env;
const isEverywhere = HOST === undefined || HOST === "" || HOST === "0.0.0.0" || HOST === "::";
const host = isEverywhere ? "127.0.0.1" : HOST;
try {
  const response = await fetch(`http://${host}:${PORT || DEFAULT_PORT}/health`);
  process.exitCode = response.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
