import { basename, dirname } from "node:path";
import type { Writable } from "node:stream";
import { createStream } from "rotating-file-stream";

/** A file of the log is at most so large. */
const FILE_SIZE = "10M";
/** Files kept beside the one that is written: ten in all. */
const OLDER_FILES = 9;

/** Opens a log file that becomes `<name>.1` when it is full, and so on, the oldest being deleted. */
export function openLogFile(path: string): Promise<Writable> {
  const stream = createStream(basename(path), {
    path: dirname(path),
    size: FILE_SIZE,
    rotate: OLDER_FILES,
  });
  return new Promise((resolve, reject) => {
    stream.once("open", () => {
      stream.off("error", reject);
      resolve(stream);
    });
    stream.once("error", reject);
  });
}
