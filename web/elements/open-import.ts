import type { FormPart } from "./form-parts.ts";

/** What is imported: hourly counts of requests, or measurements of what a request needs. */
export type ImportKind = "counts" | "measurements";

/** Opens the dialog that reads what is pasted; its script and its readers are loaded with it. */
export async function openImport(
  kind: ImportKind,
  { simulation, language }: FormPart,
  root: DocumentFragment | HTMLElement,
): Promise<void> {
  const { loadImportTexts } = await import("./cost-import.ts");
  await loadImportTexts(language);
  const dialog = document.createElement("cost-import");
  dialog.kind = kind;
  dialog.simulation = simulation;
  dialog.language = language;
  dialog.addEventListener("close", () => dialog.remove());
  root.append(dialog);
}
