/** Asks the server on this machine whether it is healthy; the container's health check. */
const port = process.env["PORT"] ?? "5001";
try {
  const response = await fetch(`http://127.0.0.1:${port}/health`);
  process.exitCode = response.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
