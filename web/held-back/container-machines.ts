import type * as Containers from "../../shared/catalog/container-machines.ts";

let whole: typeof Containers | null = null;

/** In the place of `shared/catalog/container-machines.ts`: no service has containers until it is loaded. */
export const containerMachine: typeof Containers.containerMachine = (card, service, name) =>
  whole === null ? null : whole.containerMachine(card, service, name);

/** Takes the module for which this one stands. */
export function takeContainers(containers: typeof Containers): void {
  whole = containers;
}
