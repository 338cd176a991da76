import { ScenarioStore, STORAGE_KEY } from "../state/scenarios/scenario-store.ts";

/** The scenarios of this browser: those of the list and those that are noted are the same. */
export const scenarios = new ScenarioStore(browserStorage());

addEventListener("storage", ({ key }) => {
  if (key === STORAGE_KEY || key === null) scenarios.refresh();
});

/** Where cookies are blocked, asking for the storage is an error already. */
function browserStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
