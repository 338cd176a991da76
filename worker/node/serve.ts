import cluster from "node:cluster";
import { flushCompileCache } from "node:module";
import type { AddressInfo } from "node:net";
import { MS_PER_SECOND } from "../../shared/units.ts";
import { createApp } from "../app.ts";
import type { ServerConfig } from "../config/server-variables.ts";
import { withCustomCatalog } from "../custom-catalog/custom-platform.ts";
import { diskFiles, PAGE_FOLDER } from "../disk-files.ts";
import { diskPlatform } from "../disk-platform.ts";
import { headerRules } from "../http/headers.ts";
import type { Platform, Report } from "../platform.ts";
import { onEndSignal } from "./end-signals.ts";
import { keptInMemory } from "./kept-in-memory.ts";
import { openLimiter } from "./limiter.ts";
import { logReport, openLog } from "./log.ts";
import type { Meter } from "./metrics.ts";
import { metricsAnswer } from "./metrics-answer.ts";
import { PrimaryLink } from "./primary-link.ts";
import { AppServer } from "./server.ts";
import { drainSeconds, keepAliveSeconds, logLevel, wornAfter } from "./settings.ts";

/** Answers requests in this process, alone or as one of the primary's, until it is told to leave. */
export async function serve(config: ServerConfig): Promise<void> {
  const link = cluster.isWorker ? new PrimaryLink() : null;
  const log = await openLog(logLevel(config), link === null ? config.LOG_FILE : null);
  const { logger } = log;
  const store =
    config.CACHE_URL === null
      ? null
      : new (await import("./redis.ts")).Store(config.CACHE_URL, (text) => logger.warn(text));
  const memory = keptInMemory();
  const platform = await withCustomCatalog(
    {
      ...diskPlatform,
      config: { ...config, LOG_LEVEL: logLevel(config) },
      file: diskFiles(PAGE_FOLDER, headerRules(config)),
      answers: store === null ? memory : (await import("./redis.ts")).sharedAnswers(store, memory),
      limiter:
        config.RATE_LIMIT === 0
          ? null
          : openLimiter(config.RATE_LIMIT, {
              store,
              isCluster: link !== null,
              notice: (error) => logger.warn({ error: String(error) }, "a request was not counted"),
            }),
      condition: () => ({
        isDraining: server.isLeaving,
        isStoreReachable: store === null ? null : store.isReady,
      }),
    },
    config.CATALOG_DIR,
  );
  const { as_of: newestPrice } = await platform.catalog.index();
  const meter = config.METRICS_TOKEN === null ? null : await openMeter();
  const report = logReport(log);
  const worn = wornAfter(config.MAX_REQUESTS);
  const server: AppServer = new AppServer({
    app: createApp({ ...platform, report: meter === null ? report : both(report, meter) }),
    trust: config.TRUST_PROXY,
    timeoutSeconds: config.TIMEOUT,
    keepAliveSeconds: keepAliveSeconds(config),
    own: new Map(
      meter === null || config.METRICS_TOKEN === null
        ? []
        : [["/metrics", metricsAnswer(config.METRICS_TOKEN, meter, link)]],
    ),
    onAnswered: (answered) => {
      if (answered === worn) void link?.tell({ kind: "worn" });
    },
  });

  async function openMeter(): Promise<Meter> {
    const metrics = await import("./metrics.ts");
    return metrics.openMeter({
      inFlight: () => server.inFlight,
      connections: () => server.connections,
      catalogAgeSeconds: () => (Date.now() - Date.parse(newestPrice)) / MS_PER_SECOND,
    });
  }

  /** Readiness turns false, then nothing new is taken, then what is there is answered. */
  async function leave(waitSeconds: number): Promise<void> {
    server.leave();
    await new Promise((resolve) => setTimeout(resolve, waitSeconds * MS_PER_SECOND));
    await server.close(config.TIMEOUT * MS_PER_SECOND);
    await link?.lastConnection();
    if (meter !== null && link !== null) {
      await link.tell({ kind: "measures", id: null, measures: await meter.measures() });
    }
    store?.destroy();
    await log.flush();
    process.exit(0);
  }

  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.server.listen(config.PORT, config.HOST, resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  // Not at its end, as Node does by itself: processes that start after this one find it, and stay smaller.
  flushCompileCache();
  if (link === null) {
    onEndSignal(() => {
      // Whoever asks twice does not want to wait.
      onEndSignal(() => process.exit(1));
      void leave(drainSeconds(config));
    });
    // After that: on a full disk it takes its time, and who ends this process meanwhile must be heard.
    logger.info({ url: `http://${config.HOST}:${port}` }, "listening");
    await log.flush();
  } else {
    link.onLeave((seconds) => void leave(seconds));
    if (meter !== null) link.onMeasuresWanted(() => meter.measures());
    await link.tell({ kind: "ready", port });
  }
}

function both(report: Report, meter: Meter): Platform["report"] {
  return {
    failed: report.failed,
    answered: (record) => {
      report.answered(record);
      meter.answered(record);
    },
  };
}
