import * as disk from "node:fs/promises";
import type { FileSystem } from "../../../tools/refresh/catalog-folder.ts";

/** What a broken operation throws. */
export class BrokenDisk extends Error {
  override readonly name = "BrokenDisk" as const;
}

/** When operations fail: one of them, or that and all later ones, as if the process had died. */
export interface Breaking {
  /** Operations that succeed before. */
  readonly after: number;
  readonly isDeath: boolean;
}

/** Opens a file that is not waited for until it is on the disk: nothing outlives the tests. */
const openUnsynced: typeof disk.open = async (...parameters) => {
  const file = await disk.open(...parameters);
  file.sync = async () => undefined;
  return file;
};

/** The disk, of which some operations fail; none unless given. */
export function breakingFiles({ after, isDeath }: Breaking = { after: Infinity, isDeath: false }): {
  readonly files: FileSystem;
  /** Operations that were asked for. */
  readonly count: () => number;
} {
  let operations = 0;
  const breaking = <Operation extends (...parameters: never[]) => Promise<unknown>>(
    operate: Operation,
  ): Operation => {
    const broken = async (...parameters: Parameters<Operation>) => {
      operations += 1;
      const isBroken = isDeath ? operations > after : operations === after + 1;
      if (isBroken) throw new BrokenDisk(`operation ${operations}`);
      return operate(...parameters);
    };
    return broken as Operation;
  };
  const files: FileSystem = {
    copyFile: breaking(disk.copyFile),
    mkdir: breaking(disk.mkdir),
    open: breaking(openUnsynced),
    readFile: breaking(disk.readFile),
    rename: breaking(disk.rename),
    rm: breaking(disk.rm),
    writeFile: breaking(disk.writeFile),
  };
  return { files, count: () => operations };
}
