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

const made = new Map<string, Promise<Manifest[]>>();

/** What an overlay of `deploy/kubernetes` makes; it is made once. */
export function manifestsOf(overlay: string): Promise<readonly Manifest[]> {
  const manifests = made.get(overlay) ?? makeManifests(overlay);
  made.set(overlay, manifests);
  return manifests;
}

async function makeManifests(overlay: string): Promise<Manifest[]> {
  const folder = join(ROOT, "deploy/kubernetes/overlays", overlay);
  const { output } = await run(["kubectl", "kustomize", folder]);
  return documentsOf(output) as unknown as Manifest[];
}
