import { spawn, type ChildProcess } from "node:child_process";
import { connect, createServer, type AddressInfo } from "node:net";

/** A Redis server that can go and come back. */
export interface Redis {
  readonly url: string;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Stops and goes on with answering, while its connections stay. */
  readonly hang: () => void;
  readonly goOn: () => void;
}

/** A Redis on a port of its own that keeps nothing. */
export async function redis(): Promise<Redis> {
  const port = await freePort();
  let child: ChildProcess | null = null;
  const server: Redis = {
    url: `redis://127.0.0.1:${port}/0`,
    start: async () => {
      child = spawn("redis-server", ["--port", String(port), "--save", "", "--appendonly", "no"], {
        stdio: "ignore",
      });
      child.once("error", () => undefined);
      while (!(await isListening(port))) {
        if (child.exitCode !== null) throw new Error("redis-server does not start");
      }
    },
    stop: () =>
      new Promise((resolve) => {
        if (child === null || child.exitCode !== null) return resolve();
        child.once("exit", () => resolve());
        child.kill("SIGKILL");
      }),
    hang: () => child?.kill("SIGSTOP"),
    goOn: () => child?.kill("SIGCONT"),
  };
  await server.start();
  return server;
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
