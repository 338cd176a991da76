import { describe, expect, test } from "vitest";
import {
  NAME_LENGTH_MAX,
  ScenarioStore,
  STORAGE_KEY,
  type TextStorage,
} from "../../../web/state/scenarios/scenario-store.ts";

/** A browser's storage in memory. */
function storageWith(text: string | null = null): TextStorage & { text: string | null } {
  const storage = {
    text,
    getItem: (key: string) => (key === STORAGE_KEY ? storage.text : null),
    setItem: (_key: string, next: string) => {
      storage.text = next;
    },
  };
  return storage;
}

function names({ saved }: ScenarioStore): string[] {
  return saved.map(({ name }) => name);
}

describe("scenarios", () => {
  test("are there at the next visit, in the order in which they were saved", () => {
    const storage = storageWith();
    const store = new ScenarioStore(storage);
    expect(store.save("API", "#v=1&memory=1024")).toBe(true);
    expect(store.save(" Nightly   batch ", "#v=1&time=900")).toBe(true);
    store.noteRecent("#v=1&memory=256");
    const next = new ScenarioStore(storage);
    expect(next.saved).toEqual([
      { name: "API", fragment: "#v=1&memory=1024" },
      { name: "Nightly batch", fragment: "#v=1&time=900" },
    ]);
    expect(next.recent).toEqual(["#v=1&memory=256"]);
    expect(next.isKept).toBe(true);
  });

  test("are saved in the place of the one of the same name", () => {
    const store = new ScenarioStore(storageWith());
    store.save("A", "#1");
    store.save("B", "#2");
    store.save("A", "#3");
    expect(store.saved).toEqual([
      { name: "A", fragment: "#3" },
      { name: "B", fragment: "#2" },
    ]);
  });

  test("are renamed and deleted, but two never have one name", () => {
    const store = new ScenarioStore(storageWith());
    store.save("A", "#1");
    store.save("B", "#2");
    expect(store.rename("A", "B")).toBe(false);
    expect(store.rename("A", "  ")).toBe(false);
    expect(store.rename("A", "A")).toBe(true);
    expect(store.rename("A", "C")).toBe(true);
    expect(names(store)).toEqual(["C", "B"]);
    store.remove("C");
    expect(names(store)).toEqual(["B"]);
  });

  test("need a name, which is cut at its longest", () => {
    const store = new ScenarioStore(storageWith());
    expect(store.save("   ", "#1")).toBe(false);
    expect(store.save("x".repeat(200), "#1")).toBe(true);
    expect(names(store)[0]).toHaveLength(NAME_LENGTH_MAX);
  });

  test("are fifty at most", () => {
    const store = new ScenarioStore(storageWith());
    for (let index = 0; index < 50; index += 1) expect(store.save(`n${index}`, "#")).toBe(true);
    expect(store.save("one more", "#")).toBe(false);
    expect(store.save("n7", "#changed")).toBe(true);
    expect(store.saved).toHaveLength(50);
  });

  test("that were looked at are told apart, the last first, eight at most", () => {
    const store = new ScenarioStore(storageWith());
    for (let index = 0; index < 12; index += 1) store.noteRecent(`#${index}`);
    store.noteRecent("#7");
    expect(store.recent).toEqual(["#7", "#11", "#10", "#9", "#8", "#6", "#5", "#4"]);
  });

  test("tell of every change", () => {
    const store = new ScenarioStore(storageWith());
    let told = 0;
    store.addEventListener("change", () => (told += 1));
    store.save("A", "#1");
    store.rename("A", "B");
    store.remove("B");
    expect(told).toBe(3);
  });

  test("of two pages of one browser are the same", () => {
    const storage = storageWith();
    const first = new ScenarioStore(storage);
    const second = new ScenarioStore(storage);
    first.save("A", "#1");
    second.save("B", "#2");
    expect(names(second)).toEqual(["A", "B"]);
    first.refresh();
    expect(names(first)).toEqual(["A", "B"]);
  });
});

describe("what is damaged", () => {
  test.each([
    ["no JSON", "{"],
    ["null", "null"],
    ["a list", "[1]"],
    ["no version", '{"saved":[]}'],
    ["lists of something else", '{"version":1,"saved":7,"recent":{}}'],
  ])("is begun anew: %s", (_what, text) => {
    const storage = storageWith(text);
    const store = new ScenarioStore(storage);
    expect([store.saved, store.recent]).toEqual([[], []]);
    store.save("A", "#1");
    expect(names(new ScenarioStore(storage))).toEqual(["A"]);
  });

  test("is left out, and the rest is there", () => {
    const store = new ScenarioStore(
      storageWith(
        JSON.stringify({
          version: 1,
          saved: [
            { name: "A", fragment: "#1" },
            null,
            { name: 7, fragment: "#" },
            { name: "A", fragment: "#2" },
            { name: "B", fragment: "#3" },
          ],
          recent: ["#1", 2, "#1"],
        }),
      ),
    );
    expect(names(store)).toEqual(["A", "B"]);
    expect(store.recent).toEqual(["#1"]);
  });

  test("what a later version of the page has kept is not written over", () => {
    const text = JSON.stringify({ version: 2, saved: { something: "else" } });
    const storage = storageWith(text);
    const store = new ScenarioStore(storage);
    expect(store.save("A", "#1")).toBe(true);
    expect(names(store)).toEqual(["A"]);
    expect(store.isKept).toBe(false);
    expect(storage.text).toBe(text);
  });
});

describe("where nothing can be kept", () => {
  const forbidden: TextStorage = {
    getItem: () => {
      throw new DOMException("denied", "SecurityError");
    },
    setItem: () => {
      throw new DOMException("denied", "SecurityError");
    },
  };
  const full: TextStorage = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };

  test.each([
    ["without storage", null],
    ["with storage that is forbidden", forbidden],
    ["with storage that is full", full],
  ])("%s scenarios last as long as the page, which says so", (_what, storage) => {
    const store = new ScenarioStore(storage);
    expect(store.save("A", "#1")).toBe(true);
    expect(store.save("B", "#2")).toBe(true);
    expect(names(store)).toEqual(["A", "B"]);
    store.refresh();
    expect(names(store)).toEqual(["A", "B"]);
    expect(store.isKept).toBe(false);
  });
});
