import { takeComparing } from "./question.ts";

let loading: Promise<void> | null = null;

/** Loads what compares offers. */
export async function loadComparing(): Promise<void> {
  loading ??= import("./comparing.ts").then(takeComparing);
  try {
    await loading;
  } catch (error) {
    loading = null;
    throw error;
  }
}
