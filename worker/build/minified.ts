import { minify } from "@swc/core";
import type { Plugin } from "vite";

/** Makes the bundle small: two kilobytes smaller than the minifier that vite brings. */
export function minified(): Plugin {
  return {
    name: "minified",
    async renderChunk(code) {
      const small = await minify(code, {
        module: true,
        ecma: 2022,
        compress: { passes: 5, ecma: 2022, arrows: true, unsafe_arrows: true },
        mangle: true,
        sourceMap: true,
      });
      return { code: small.code, map: small.map ?? null };
    },
  };
}

/**
 * Properties of the engine's that stand in no question and in no answer: they have short names in the
 * bundle. Only what is never asked for by its name in a text can be one, nor what is listed or written out
 * as it is (`Object.keys`, `JSON.stringify`): that the build does not see.
 */
const ENGINE_PROPERTIES = [
  "alsoIn",
  "billedTime",
  "bindingResource",
  "breakEvenPoints",
  "carriesLoad",
  "carriesUpTo",
  "charges",
  "cheaperAbove",
  "cheaperBelow",
  "comparison",
  "costAt",
  "customEgressRates",
  "customPrices",
  "daysPerMonth",
  "defaultCpuCount",
  "diskGb",
  "diskPerformance",
  "everyFleetGrowsAt",
  "exchangeRate",
  "excludesBurstable",
  "fleets",
  "flexibleShape",
  "flexibleShapes",
  "fromMachines",
  "functionHours",
  "functionLogs",
  "hasArchitectures",
  "headStart",
  "hourlyWeights",
  "hoursPerDay",
  "ignoresSustainedUse",
  "includeEgressFreeTier",
  "includeFreeTier",
  "includesInit",
  "internetTransferRatio",
  "isAlikeAround",
  "isAutoscaled",
  "isInverse",
  "isSameElsewhere",
  "jumpsAt",
  "largestRequestMb",
  "leastMemoryMb",
  "leastMemoryMbPerVcpu",
  "leastMs",
  "leastVcpu",
  "likeness",
  "limits",
  "limitsMemoryAndTimeAlone",
  "lineItems",
  "loadBalancerData",
  "loadBalancerHours",
  "loadBalancerUnits",
  "logPerRequestKb",
  "machineHours",
  "machineNames",
  "machinesOf",
  "memoryGb",
  "memoryGbHours",
  "memoryGbPerOcpu",
  "memoryPerRequestMb",
  "memoryReserveMb",
  "memorySizesMb",
  "memoryStepMb",
  "meterNames",
  "monthlyCost",
  "monthlyRate",
  "monthlyUsd",
  "mostMachines",
  "natData",
  "natHours",
  "natMachineHours",
  "nextAbove",
  "nextBelow",
  "nextStep",
  "ocpuHours",
  "orders",
  "partAt",
  "partMonth",
  "peakRequestsPerSecond",
  "peakToAverage",
  "perAccount",
  "perRequest",
  "perUnit",
  "pieces",
  "placeOf",
  "pricedAs",
  "pricesOf",
  "publicIpv4Hours",
  "publicIpv4Months",
  "question",
  "requestsPerMachine",
  "requestsPerMonth",
  "requestsPerSecond",
  "resolveRegion",
  "responseKb",
  "runnerUp",
  "sharesAllowance",
  "sideCosts",
  "slopeIn",
  "soldAtMost",
  "startAt",
  "stepMs",
  "storageGb",
  "stretches",
  "sustainedUse",
  "targetUtilisation",
  "terms",
  "unitPrice",
  "unitsPerMonth",
  "upTo",
  "usdPerHour",
  "vcpuPerOcpu",
  "walkTo",
];

/** Names everything anew when all is in its place, so that names repeat more often; `map` is the script's. */
export async function namedAnew(code: string, map: string): Promise<{ code: string; map: string }> {
  const word = ENGINE_PROPERTIES.find((name) =>
    new RegExp(`["'\`]${name}\\\\?["'\`]`, "u").test(code),
  );
  if (word !== undefined) {
    throw new Error(`${word} is a word of the bundle, and must keep its name`);
  }
  const named = await minify(code, {
    module: true,
    ecma: 2022,
    compress: false,
    mangle: { props: { regex: `^(${ENGINE_PROPERTIES.join("|")})$`, undeclared: true } },
    // A map to build on is taken, which its types do not know.
    sourceMap: { content: map } as unknown as boolean,
  });
  return { code: named.code, map: named.map ?? map };
}
