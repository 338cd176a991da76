/** The least that Node processes can do with a request: read its body, write a fixed answer. */
import cluster from "node:cluster";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const ANSWER = JSON.stringify({ success: true, data: "x".repeat(700) });
const workers = Number(process.env["WORKERS"] ?? 1);

if (workers > 1 && cluster.isPrimary) {
  for (let count = 0; count < workers; count += 1) cluster.fork();
} else {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      Buffer.concat(chunks).toString("utf8");
      response.writeHead(200, { "content-type": "application/json" });
      response.end(ANSWER);
    });
  });
  server.listen(0, "127.0.0.1", () => {
    console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
}
