/**
 * In the place of `web/elements/define-tables.ts`: a table that a simulator shows is the script of the
 * table alone, so that this is one file.
 */
export async function defineTable(tag: "break-even-table" | "cost-breakdown"): Promise<void> {
  if (tag === "break-even-table") await import("./break-even-table.ts");
  else await import("./cost-breakdown.ts");
}
