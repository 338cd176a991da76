import { createApp } from "./app.ts";
import { diskPlatform } from "./disk-platform.ts";

const app = createApp(diskPlatform);

export default {
  fetch: (request: Request): Promise<Response> => app(request),
};
