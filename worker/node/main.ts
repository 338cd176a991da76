import cluster from "node:cluster";
import { SERVER_VARIABLES, type ServerConfig } from "../config/server-variables.ts";
import { ConfigError, readConfig } from "../config/variable.ts";
import { workerCount } from "./settings.ts";

/** Starts what the settings ask for: one process, or a primary with its processes. */
export async function main(): Promise<void> {
  const config = configOrExit();
  if (workerCount(config) > 1 && cluster.isPrimary) {
    const { Primary } = await import("./primary.ts");
    await Primary.run(config);
  } else {
    const { serve } = await import("./serve.ts");
    await serve(config);
  }
}

function configOrExit(): ServerConfig {
  try {
    return readConfig(SERVER_VARIABLES, process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    return process.exit(1);
  }
}
