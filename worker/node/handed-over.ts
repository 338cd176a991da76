import type { Worker } from "node:cluster";

/** As much as is needed of Node's own handle of a connection. */
interface Connection {
  close: (...rest: unknown[]) => void;
}

/**
 * Connections that were handed to a process which has not taken them yet. `node:cluster` forgets them when the
 * process dies, and whoever opened one would wait without end.
 */
export class HandedOver {
  private readonly holders = new Map<Connection, Worker>();

  /** Keeps account of what a process is handed from now on. */
  follow(worker: Worker): void {
    const { process } = worker;
    const send = process.send.bind(process) as (...sent: unknown[]) => boolean;
    process.send = (...sent: unknown[]) => {
      const [, handle] = sent;
      if (isConnection(handle)) this.add(handle, worker);
      return send(...sent);
    };
  }

  /** Ends what a process that is dead had not taken: the client is told, and may ask again. */
  end(worker: Worker): void {
    for (const [connection, holder] of this.holders) if (holder === worker) connection.close();
  }

  private add(connection: Connection, worker: Worker): void {
    // One that a leaving process did not want is handed to another.
    if (!this.holders.has(connection)) {
      const close = connection.close.bind(connection);
      // Who has taken it is told by that: the primary closes its own side then.
      connection.close = (...rest) => {
        this.holders.delete(connection);
        close(...rest);
      };
    }
    this.holders.set(connection, worker);
  }
}

function isConnection(handle: unknown): handle is Connection {
  return typeof handle === "object" && handle !== null && "close" in handle;
}
