import type { Worker } from "node:cluster";
import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { HandedOver } from "../../worker/node/handed-over.ts";

/** A process as `node:cluster` talks to it: with numbered messages that it answers. */
class StandIn extends EventEmitter {
  send(): boolean {
    return true;
  }

  get worker(): Worker {
    return { process: this } as unknown as Worker;
  }
}

class Connection {
  isClosed = false;
  close(): void {
    this.isClosed = true;
  }
}

function handOver(to: Worker, connection: Connection, seq: number): void {
  to.process.send({ cmd: "NODE_CLUSTER", act: "newconn", seq }, connection as never);
}

function answer(from: Worker, ack: number, accepted: boolean): void {
  from.process.emit("internalMessage", { cmd: "NODE_CLUSTER", ack, accepted });
}

function followed(): { handedOver: HandedOver; leaving: Worker; other: Worker } {
  const handedOver = new HandedOver();
  const [leaving, other] = [new StandIn().worker, new StandIn().worker];
  for (const worker of [leaving, other]) handedOver.follow(worker);
  return { handedOver, leaving, other };
}

test("a connection that a process had not taken ends with it, and no other", () => {
  const { handedOver, leaving, other } = followed();
  const [its, others] = [new Connection(), new Connection()];
  handOver(leaving, its, 1);
  handOver(other, others, 2);
  handedOver.end(leaving);
  expect(its.isClosed).toBe(true);
  expect(others.isClosed).toBe(false);
});

test("a connection that a process has sent back waits for another, and outlives it", () => {
  const { handedOver, leaving, other } = followed();
  const [sentBack, kept] = [new Connection(), new Connection()];
  handOver(leaving, sentBack, 1);
  handOver(leaving, kept, 2);
  answer(leaving, 1, false);
  handedOver.end(leaving);
  expect(sentBack.isClosed).toBe(false);
  expect(kept.isClosed).toBe(true);
  handOver(other, sentBack, 3);
  handedOver.end(other);
  expect(sentBack.isClosed).toBe(true);
});

test("a connection that was handed to another before its return is told ends with that other", () => {
  const { handedOver, leaving, other } = followed();
  const connection = new Connection();
  handOver(leaving, connection, 1);
  handOver(other, connection, 2);
  answer(leaving, 1, false);
  handedOver.end(leaving);
  expect(connection.isClosed).toBe(false);
  handedOver.end(other);
  expect(connection.isClosed).toBe(true);
});
