import type { Plugin } from "vite";

/**
 * Knows which modules each entry loads at once: imports that wait for something do not count, which
 * a bundler's own count of sharers does not tell apart.
 */
export class LoadedAtOnce {
  private readonly entriesOf = new Map<string, Set<string>>();

  /** Looks at the imports when all modules are there. */
  plugin(): Plugin {
    const { entriesOf } = this;
    return {
      name: "loaded-at-once",
      buildEnd() {
        for (const entry of this.getModuleIds()) {
          if (this.getModuleInfo(entry)?.isEntry !== true) continue;
          const waiting = [entry];
          for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
            const entries = entriesOf.get(id) ?? new Set();
            if (entries.has(entry)) continue;
            entriesOf.set(id, entries.add(entry));
            waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []));
          }
        }
      },
    };
  }

  /** Whether all of these entries load a module at once; an entry by its path. */
  by(entries: readonly string[], id: string): boolean {
    const loading = this.entriesOf.get(id);
    return loading !== undefined && entries.every((entry) => loading.has(entry));
  }
}
