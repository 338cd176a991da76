import { Agent, request as httpRequest } from "node:http";

/** A request of the load, by a client that keeps its connection. */
export const QUESTION =
  "/api/v1/calculator/lambda?memory_mb=512&execution_time_seconds=1&monthly_executions=1000";

/** What became of the requests of a load. */
export interface LoadResult {
  readonly answered: number;
  /** Requests that had no answer, or another than 200, with what happened. */
  readonly failed: readonly string[];
}

/** Requests that go on until they are stopped. */
export interface Load {
  /** Resolves when so many more have been answered. */
  readonly further: (count: number) => Promise<void>;
  /** Lets each client finish its request. */
  readonly stop: () => Promise<LoadResult>;
}

/** So many clients, each with a connection of its own, that ask one question after another. */
export function startLoad(url: string, clients: number): Load {
  const stopping = new AbortController();
  let answered = 0;
  const failed: string[] = [];
  const waiting = new Set<() => void>();
  const run = async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (!stopping.signal.aborted) {
      try {
        const status = await statusOf(`${url}${QUESTION}`, agent);
        if (status === 200) answered += 1;
        else failed.push(`status ${status}`);
      } catch (error) {
        failed.push((error as NodeJS.ErrnoException).code ?? String(error));
      }
      for (const look of waiting) look();
    }
    agent.destroy();
  };
  const running = Array.from({ length: clients }, run);
  return {
    further: (count) =>
      new Promise((resolve) => {
        const goal = answered + count;
        const look = () => {
          if (answered < goal) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
      }),
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
      return { answered, failed };
    },
  };
}

/** A request that waits so long has been lost. */
const UNANSWERED_MS = 30_000;

function statusOf(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { agent, timeout: UNANSWERED_MS }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode ?? 0));
      response.once("error", reject);
    });
    sent.once("timeout", () => sent.destroy(new Error("not answered")));
    sent.once("error", reject);
    sent.end();
  });
}
