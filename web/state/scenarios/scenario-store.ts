/** Inputs that a visitor gave a name, as the fragment of a link has them. */
export interface Scenario {
  readonly name: string;
  readonly fragment: string;
}

/** What of a browser's storage is used. */
export interface TextStorage {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, text: string) => void;
}

export const STORAGE_KEY = "cost-simulator.scenarios";
const VERSION = 1;
const SAVED_MAX = 50;
const RECENT_MAX = 8;
export const NAME_LENGTH_MAX = 60;

interface Kept {
  readonly saved: readonly Scenario[];
  readonly recent: readonly string[];
}
const NOTHING: Kept = { saved: [], recent: [] };

/**
 * Named and recent scenarios, kept by the browser between visits. What cannot be read is left out;
 * where nothing can be kept they last as long as the page. Fires `change`.
 */
export class ScenarioStore extends EventTarget {
  private kept: Kept;
  private canKeep = true;
  private readonly storage: TextStorage | null;

  /** `storage`: `null` where the browser has none for this page. */
  constructor(storage: TextStorage | null) {
    super();
    this.storage = storage;
    this.kept = this.read();
  }

  /** In the order in which they were saved. */
  get saved(): readonly Scenario[] {
    return this.kept.saved;
  }

  /** Fragments of what was looked at, the last first. */
  get recent(): readonly string[] {
    return this.kept.recent;
  }

  /** Whether what is saved is there at the next visit. */
  get isKept(): boolean {
    return this.canKeep;
  }

  /** Saves a scenario, in the place of one that has its name. `false` for a name that is none, or no room. */
  save(name: string, fragment: string): boolean {
    const scenario = { name: cleanName(name), fragment };
    const { saved } = this.latest();
    const isThere = saved.some((other) => other.name === scenario.name);
    if (scenario.name === "" || (!isThere && saved.length >= SAVED_MAX)) return false;
    this.keep({
      saved: isThere
        ? saved.map((other) => (other.name === scenario.name ? scenario : other))
        : [...saved, scenario],
    });
    return true;
  }

  /** Gives a scenario another name; `false` for one that is none, or another's. */
  rename(from: string, to: string): boolean {
    const name = cleanName(to);
    const { saved } = this.latest();
    const isTaken = name !== from && saved.some((scenario) => scenario.name === name);
    if (name === "" || isTaken) return false;
    this.keep({
      saved: saved.map((scenario) => (scenario.name === from ? { ...scenario, name } : scenario)),
    });
    return true;
  }

  remove(name: string): void {
    this.keep({ saved: this.latest().saved.filter((scenario) => scenario.name !== name) });
  }

  /** Notes what was looked at; the same again only moves to the front. */
  noteRecent(fragment: string): void {
    const others = this.latest().recent.filter((other) => other !== fragment);
    this.keep({ recent: [fragment, ...others].slice(0, RECENT_MAX) });
  }

  /** Reads again what another page of the same browser has kept since. */
  refresh(): void {
    this.latest();
    this.dispatchEvent(new Event("change"));
  }

  /** What is kept now: another page may have changed it since this one last read. */
  private latest(): Kept {
    if (this.canKeep) this.kept = this.read();
    return this.kept;
  }

  private keep(change: Partial<Kept>): void {
    this.kept = { ...this.kept, ...change };
    this.write();
    this.dispatchEvent(new Event("change"));
  }

  private write(): void {
    if (!this.canKeep) return;
    try {
      this.storage?.setItem(STORAGE_KEY, JSON.stringify({ version: VERSION, ...this.kept }));
    } catch {
      // Full, or forbidden meanwhile.
      this.canKeep = false;
    }
  }

  private read(): Kept {
    try {
      const text = this.storage === null ? null : this.storage.getItem(STORAGE_KEY);
      if (this.storage === null) this.canKeep = false;
      if (text === null) return NOTHING;
      const value = JSON.parse(text) as Partial<Record<string, unknown>> | null;
      // What a later version of the page has kept is not written over.
      const version = value?.["version"];
      if (typeof version === "number" && version > VERSION) this.canKeep = false;
      if (version !== VERSION) return NOTHING;
      return { saved: scenariosOf(value?.["saved"]), recent: fragmentsOf(value?.["recent"]) };
    } catch (error) {
      // Text that is damaged is begun anew; storage that is forbidden is left alone.
      if (!(error instanceof SyntaxError)) this.canKeep = false;
      return NOTHING;
    }
  }
}

function scenariosOf(value: unknown): Scenario[] {
  const names = new Set<string>();
  return listOf(value).flatMap((item) => {
    const { name, fragment } = (item ?? {}) as Partial<Record<keyof Scenario, unknown>>;
    if (typeof name !== "string" || typeof fragment !== "string") return [];
    const clean = cleanName(name);
    if (clean === "" || names.has(clean) || names.size >= SAVED_MAX) return [];
    names.add(clean);
    return [{ name: clean, fragment }];
  });
}

function fragmentsOf(value: unknown): string[] {
  const fragments = listOf(value).filter((item) => typeof item === "string");
  return [...new Set(fragments)].slice(0, RECENT_MAX);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function cleanName(name: string): string {
  return name.replaceAll(/\s+/gu, " ").trim().slice(0, NAME_LENGTH_MAX);
}
