import type { Readable } from "node:stream";

/** Passes on what a stream brings in whole lines, so that lines of several streams do not mix. */
export function joinLines(stream: Readable | null, write: (lines: string) => void): void {
  let rest = "";
  stream?.setEncoding("utf8");
  stream?.on("data", (text: string) => {
    const end = text.lastIndexOf("\n");
    if (end === -1) {
      rest += text;
      return;
    }
    write(rest + text.slice(0, end + 1));
    rest = text.slice(end + 1);
  });
  stream?.on("end", () => {
    if (rest !== "") write(`${rest}\n`);
  });
}
