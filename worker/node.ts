import cluster from "node:cluster";
import { ConfigError, readConfig } from "./config/variable.ts";
import { SERVER_VARIABLES, type ServerConfig } from "./config/server-variables.ts";
import { workerCount } from "./node/settings.ts";

const config = configOrExit();
if (workerCount(config) > 1 && cluster.isPrimary) {
  const { Primary } = await import("./node/primary.ts");
  await Primary.run(config);
} else {
  const { serve } = await import("./node/serve.ts");
  await serve(config);
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
