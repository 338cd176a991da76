import { join } from "node:path";
import type { PodSpec } from "./_restricted.ts";
import { run, ROOT } from "./_run.ts";
import { documentsOf } from "./_validate.ts";

/** An object of Kubernetes, as far as the tests look into it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec?: { readonly template: { readonly spec: PodSpec } };
}

/** What an overlay of `deploy/kubernetes` makes. */
export async function manifestsOf(overlay: string): Promise<Manifest[]> {
  const folder = join(ROOT, "deploy/kubernetes/overlays", overlay);
  const { output } = await run(["kubectl", "kustomize", folder]);
  return documentsOf(output) as unknown as Manifest[];
}
