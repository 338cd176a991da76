import type { Worker } from "node:cluster";

/** As much as is needed of Node's own handle of a connection. */
interface Connection {
  close: (...rest: unknown[]) => void;
}

/** Who has a connection, and the number of the message that it was handed with. */
interface Holder {
  readonly worker: Worker;
  readonly sequence: number;
}

/** What `node:cluster` says to a process, and hears of it. */
interface ClusterMessage {
  readonly seq?: number;
  readonly ack?: number;
  readonly accepted?: boolean;
}

/**
 * Connections that were handed to a process which has not taken them yet. `node:cluster` forgets them when the
 * process dies, and whoever opened one would wait without end.
 */
export class HandedOver {
  private readonly holders = new Map<Connection, Holder | null>();

  /** Keeps account of what a process is handed from now on, and of what it sends back. */
  follow(worker: Worker): void {
    const { process } = worker;
    const send = process.send.bind(process) as (...sent: unknown[]) => boolean;
    process.send = (...sent: unknown[]) => {
      const [message, handle] = sent;
      if (isConnection(handle)) {
        this.add(handle, { worker, sequence: (message as ClusterMessage).seq ?? 0 });
      }
      return send(...sent);
    };
    process.on("internalMessage", ({ ack, accepted }: ClusterMessage) => {
      if (ack !== undefined && accepted === false) this.sentBack(worker, ack);
    });
  }

  /** Ends what a process that is dead had not taken: the client is told, and may ask again. */
  end(worker: Worker): void {
    for (const [connection, holder] of this.holders) {
      if (holder?.worker === worker) connection.close();
    }
  }

  private add(connection: Connection, holder: Holder): void {
    // One that a leaving process did not want is handed to another.
    if (!this.holders.has(connection)) {
      const close = connection.close.bind(connection);
      // Who has taken it is told by that: the primary closes its own side then.
      connection.close = (...rest) => {
        this.holders.delete(connection);
        close(...rest);
      };
    }
    this.holders.set(connection, holder);
  }

  /**
   * The connection waits in the primary for a process that is free, and is not to be ended with the one that sent it
   * back. Node hears of this first, and may have handed it to another by now.
   */
  private sentBack(worker: Worker, sequence: number): void {
    for (const [connection, holder] of this.holders) {
      if (holder?.worker !== worker || holder.sequence !== sequence) continue;
      this.holders.set(connection, null);
    }
  }
}

function isConnection(handle: unknown): handle is Connection {
  return typeof handle === "object" && handle !== null && "close" in handle;
}
