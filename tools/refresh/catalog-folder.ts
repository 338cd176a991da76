import { constants } from "node:fs";
import * as disk from "node:fs/promises";
import { dirname, join } from "node:path";
import process from "node:process";
import { uninterrupted } from "./uninterrupted.ts";

/** What the folder asks of the file system; tests put one that breaks in its place. */
export type FileSystem = Pick<
  typeof disk,
  "copyFile" | "mkdir" | "open" | "readFile" | "rename" | "rm" | "writeFile"
>;

/** Folders that this process holds the lock of. */
const held = new Set<string>();

/** What a commit is about to do, once it is certain to be done. */
interface Journal {
  /** Files that take the place of others, which are kept until all are in place. */
  readonly replaced: readonly string[];
  readonly added: readonly string[];
}

/**
 * A catalog's folder that is changed as a whole or not at all. New files are written beside it, and
 * copies of those that they replace; a journal then says which of them go where. A change that
 * fails is undone. A process that dies before the journal is written has changed nothing; one that
 * dies later is finished by the next that opens the folder.
 */
export class CatalogFolder {
  private readonly folder: string;
  private readonly staging: string;
  private readonly files: FileSystem;
  private readonly staged = new Set<string>();
  /** Folders that are known to be there. */
  private readonly made = new Set<string>();
  private isOpen = true;
  /** Whether the catalog is wholly old or wholly new, so that no journal is needed. */
  private isWhole = true;

  private constructor(folder: string, files: FileSystem) {
    this.folder = folder;
    this.staging = stagingOf(folder);
    this.files = files;
  }

  /**
   * Locks the folder, finishes what a run that died had begun to commit, and throws away what one
   * had only staged. A folder that another process is changing is an error.
   */
  static async open(folder: string, files: FileSystem = disk): Promise<CatalogFolder> {
    const catalog = new CatalogFolder(folder, files);
    await files.mkdir(catalog.staging, { recursive: true });
    await catalog.lock();
    try {
      await catalog.recover();
    } catch (error) {
      await catalog.close();
      throw error;
    }
    return catalog;
  }

  /** Writes a file beside the catalog, to stand at this path after the commit. */
  async stage(path: string, text: string): Promise<void> {
    this.assertOpen();
    await this.write(this.stagedPath(path), text);
    this.staged.add(path);
  }

  /**
   * Puts all staged files in their places. Only now the catalog changes. An error leaves it as it
   * was, unless the process dies of it; then the next that opens the folder goes on.
   */
  async commit(): Promise<void> {
    this.assertOpen();
    if (this.staged.size === 0) return;
    const journal = await this.keepReplaced();
    const draft = join(this.staging, "journal.draft");
    await this.write(draft, JSON.stringify(journal));
    await uninterrupted(async () => {
      await this.files.rename(draft, this.journalPath("do"));
      await this.carryOut(journal, "begun");
    });
    this.staged.clear();
  }

  /**
   * Lets go of the folder; what was staged and not committed is thrown away. What cannot be thrown
   * away now is by the next that opens the folder: no reason to call a refresh failed.
   */
  async close(): Promise<void> {
    if (!this.isOpen) return;
    this.isOpen = false;
    held.delete(this.staging);
    const done = this.isWhole ? this.staging : this.lockPath;
    await this.files.rm(done, { recursive: true, force: true }).catch(() => undefined);
  }

  /** Copies what is about to be replaced. */
  private async keepReplaced(): Promise<Journal> {
    const replaced: string[] = [];
    const added: string[] = [];
    for (const path of this.staged) {
      const kept = this.keptPath(path);
      await this.makeFolderOf(kept);
      try {
        await this.files.copyFile(join(this.folder, path), kept);
        replaced.push(path);
      } catch (error) {
        if (!isMissing(error)) throw error;
        added.push(path);
      }
    }
    return { replaced, added };
  }

  private async recover(): Promise<void> {
    this.isWhole = false;
    const toUndo = await this.journal("undo");
    const toDo = await this.journal("do");
    if (toUndo !== null) await this.undo(toUndo);
    else if (toDo !== null) await this.carryOut(toDo, "again");
    this.isWhole = true;
    for (const name of ["files", "kept", "journal.draft"]) {
      await this.files.rm(join(this.staging, name), { recursive: true, force: true });
    }
  }

  private async journal(what: "do" | "undo"): Promise<Journal | null> {
    try {
      return JSON.parse(await this.files.readFile(this.journalPath(what), "utf8")) as Journal;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** Moves the staged files in place; where that fails, puts back what was there. */
  private async carryOut(journal: Journal, how: "begun" | "again"): Promise<void> {
    this.isWhole = false;
    try {
      for (const path of [...journal.replaced, ...journal.added]) {
        await this.makeFolderOf(join(this.folder, path));
        const move = how === "again" ? this.moveAgain : this.files.rename;
        await move(this.stagedPath(path), join(this.folder, path));
      }
      await this.files.rm(this.journalPath("do"), { force: true });
    } catch (error) {
      await this.files.rename(this.journalPath("do"), this.journalPath("undo"));
      await this.undo(journal);
      throw error;
    }
    this.isWhole = true;
  }

  private async undo({ replaced, added }: Journal): Promise<void> {
    for (const path of replaced) await this.moveAgain(this.keptPath(path), join(this.folder, path));
    for (const path of added) await this.files.rm(join(this.folder, path), { force: true });
    await this.files.rm(this.journalPath("undo"), { force: true });
    this.isWhole = true;
  }

  /** Moves a file, unless that was done before a process died: then it is no longer where it was. */
  private readonly moveAgain = async (from: string, to: string): Promise<void> => {
    try {
      await this.files.rename(from, to);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  };

  private async lock(): Promise<void> {
    const path = this.lockPath;
    for (let attempt = 0; attempt < 2; attempt += 1) {
      try {
        await this.files.writeFile(path, String(process.pid), { flag: "wx" });
        held.add(this.staging);
        return;
      } catch (error) {
        if (!hasCode(error, "EEXIST")) throw error;
      }
      const owner = Number(await this.files.readFile(path, "utf8"));
      // In a container, a process that died may have had this one's number.
      if (owner === process.pid ? held.has(this.staging) : isAlive(owner)) {
        throw new Error(
          `${this.folder} is being changed by the process ${owner}; if that is something else, delete ${path}`,
        );
      }
      await this.files.rm(path, { force: true });
    }
    throw new Error(`${this.folder} could not be locked`);
  }

  private async makeFolderOf(path: string): Promise<void> {
    const folder = dirname(path);
    if (this.made.has(folder)) return;
    await this.files.mkdir(folder, { recursive: true });
    this.made.add(folder);
  }

  /** On the disk, not only in its cache, before it is counted on. */
  private async write(path: string, text: string): Promise<void> {
    await this.makeFolderOf(path);
    const file = await this.files.open(
      path,
      constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC,
    );
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  private stagedPath(path: string): string {
    return join(this.staging, "files", path);
  }

  private keptPath(path: string): string {
    return join(this.staging, "kept", path);
  }

  private get lockPath(): string {
    return join(this.staging, "lock");
  }

  private journalPath(what: "do" | "undo"): string {
    return join(this.staging, `${what}.json`);
  }

  private assertOpen(): void {
    if (!this.isOpen) throw new Error(`${this.folder} has been let go`);
  }
}

/** Beside the catalog, so that a file is moved within one file system. */
function stagingOf(folder: string): string {
  return `${folder.replace(/\/+$/u, "")}.staging`;
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

function isMissing(error: unknown): boolean {
  return hasCode(error, "ENOENT");
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
