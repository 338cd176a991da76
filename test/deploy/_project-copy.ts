import { mkdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { KEPT } from "./_debian.ts";
import { run, ROOT } from "./_run.ts";

/** A copy of the project, as a stranger has a clone of his own. */
export interface ProjectCopy {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/**
 * Lays a folder over the project, in which what is changed stays: commands build, write settings and delete
 * them, while other tests read the project's own files.
 */
export async function copyProject(): Promise<ProjectCopy> {
  mkdirSync(KEPT, { recursive: true });
  const whole = await mkdtemp(join(KEPT, "project-"));
  const [folder, changed, work] = [
    join(whole, "copy"),
    join(whole, "changed"),
    join(whole, "work"),
  ];
  for (const made of [folder, changed, work]) mkdirSync(made);
  const layers = `lowerdir=${ROOT},upperdir=${changed},workdir=${work}`;
  await run(["mount", "--types", "overlay", "overlay", "--options", layers, folder]);
  const remove = async () => {
    await run(["umount", "--lazy", folder]);
    await rm(whole, { recursive: true, force: true });
  };
  return { folder, remove };
}
