import { PassThrough } from "node:stream";
import process from "node:process";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { terminalProgress } from "../../../tools/refresh/terminal-progress.ts";
import { withBar } from "../../../tools/refresh/with-bar.ts";

/** A stream in a terminal's place, and what was written to it. */
function screen(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 100, rows: 20 });
  const written = () => stripVTControlCharacters(String(stream.read() ?? ""));
  return { stream: stream as unknown as NodeJS.WriteStream, written };
}

test("a terminal shows bars that fill, and why it waits", async () => {
  const { stream, written } = screen(true);
  const progress = terminalProgress(stream);
  await withBar(progress, "a list, bytes read", 200, async (advance) => {
    advance(50);
    progress.say("a server answered 503; again in 1 s");
    // The bars are drawn now and then, and whenever one of them ends.
    progress.begin("another", 1).end();
  });
  expect(written()).toMatch(/a server answered 503; again in 1 s\s+a list, bytes read █+░+ 25%/u);
});

test("a terminal shows how much has come of what has no known end", async () => {
  const { stream, written } = screen(true);
  const progress = terminalProgress(stream);
  await withBar(progress, "pages", null, async (advance) => {
    advance(7);
    progress.begin("another", 1).end();
  });
  expect(written()).toMatch(/pages 7/u);
});

test("a log gets a line when something ends, and why it waits", async () => {
  const { stream, written } = screen(false);
  const progress = terminalProgress(stream);
  await withBar(progress, "a list, bytes read", 200, async (advance) => {
    advance(50);
    progress.say("a server answered 503; again in 1 s");
    advance(150);
  });
  expect(written()).toBe("a server answered 503; again in 1 s\na list, bytes read: 200\n");
});

test("what fails ends its bar, and leaves no watch on signals", async () => {
  const { stream } = screen(true);
  const watches = process.listenerCount("SIGINT");
  const failed = withBar(terminalProgress(stream), "a list", 1, () =>
    Promise.reject(new Error("no")),
  );
  await expect(failed).rejects.toThrow("no");
  expect(process.listenerCount("SIGINT")).toBe(watches);
});
