import type { containerMachine as whole } from "../../shared/catalog/container-machines.ts";

let loaded: typeof whole | null = null;

/** In the place of `shared/catalog/container-machines.ts`: no service has containers until it is loaded. */
export const containerMachine: typeof whole = (card, service, name) =>
  loaded === null ? null : loaded(card, service, name);

/** Takes what this stands for out of the rest. */
export function take(rest: { readonly containerMachine: typeof whole }): void {
  loaded = rest.containerMachine;
}
