import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Writes a report under a name of its own, `<name>.md`, or `<name>-2.md` where that is taken, and
 * answers its path. A folder that cannot be written to is an error.
 */
export async function writeReport(folder: string, name: string, text: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? `${name}.md` : `${name}-${number}.md`);
    try {
      await writeFile(path, text, { flag: "wx" });
      return path;
    } catch (error) {
      const isTaken = error instanceof Error && "code" in error && error.code === "EEXIST";
      if (!isTaken) throw error;
    }
  }
}
