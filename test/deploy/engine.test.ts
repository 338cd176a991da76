import { afterAll, beforeAll, describe } from "vitest";
import { startEngine } from "./_engine.ts";
import { buildImage, importServices } from "./_images.ts";
import { commandTests } from "./engine/commands.ts";
import { composeTests } from "./engine/compose.ts";
import { containerTests, imageTests } from "./engine/image.ts";
import { podmanTests } from "./engine/podman.ts";
import { swarmTests } from "./engine/swarm.ts";

/*
 * What needs a container engine. There is one, with its names, ports and rules, so all of this is one file: its
 * parts are tried one after another, beside the files that need none.
 */

let stop: () => Promise<void>;
beforeAll(async () => {
  stop = await startEngine();
  await buildImage();
  await importServices();
});
afterAll(() => stop());

describe.each([
  ["the image", imageTests],
  ["a container", containerTests],
  ["the compose stack", composeTests],
  ["the Swarm stack", swarmTests],
  ["the Deployment, run by podman", podmanTests],
  ["the commands lead to what the pages promise", commandTests],
])("%s", (_name, tests) => {
  tests();
});
