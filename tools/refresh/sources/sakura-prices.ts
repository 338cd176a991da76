import * as z from "zod/mini";
import { MB_PER_GB } from "../../../shared/units.ts";
import type { Observation, ObservedMachine } from "../observation.ts";
import { withBar } from "../with-bar.ts";
import { OFFICIAL_ADDRESSES, type ReadSource } from "./source.ts";
import { check, dayIn, SourceFormatError } from "./source-format.ts";

/**
 * Sakura Cloud's public price list, one for each zone, in yen with tax.
 * https://manual.sakura.ad.jp/cloud/payment/payment.html
 */
const pathOf = (zone: string) => `/cloud/zone/${zone}/api/cloud/1.1/public/price.json`;
/** The list is refused without it. */
const HEADERS = { "X-Requested-With": "XMLHttpRequest" };

const Price = z.object({
  Hourly: z.optional(z.number()),
  Daily: z.optional(z.number()),
  Monthly: z.number(),
  Zone: z.string(),
});
type Price = z.infer<typeof Price>;

const ServiceClass = z.object({
  DisplayName: z.string(),
  IsPublic: z.optional(z.boolean()),
  ServiceClassPath: z.string(),
  Price,
});
const List = z.object({
  ResponsedAt: z.string(),
  ServiceClasses: z.record(z.string(), ServiceClass),
});

const PLAN = /^cloud\/plan\/(.+)$/u;
/** `1core-1gb`, `24core-240gb-1gpu-nvidia_h100_80gbvram-g2`. */
const SIZED = /^(\d+)core-(\d+)gb(?=$|-)/iu;
/** Plans are sold without a disk; their names say so. */
const WITHOUT_DISK = "ディスクなし";

/** Server plans of the Sakura Cloud zones that have a card: yen a month, the cap of each plan. */
export const readSakura: ReadSource = async ({ cards, downloads, addresses, progress }) => {
  const observations: Observation[] = [];
  await withBar(progress, "Sakura Cloud zones", cards.length, async (advance) => {
    for (const { region } of cards) {
      // A card is for a group of zones at the same prices, and the first is always there.
      const zone = `${region}a`;
      const source = `Sakura Cloud price list, ${zone}`;
      const url = addresses.sakura + pathOf(zone);
      const body = await downloads.json(`sakura-${zone}.json`, url, { headers: HEADERS });
      const list = check(List, body, source);
      const plans = Object.entries(list.ServiceClasses).flatMap(([key, plan]) => {
        if (plan.Price.Zone !== zone) {
          throw new SourceFormatError(source, `ServiceClasses.${key}.Price.Zone`, zone);
        }
        const name = PLAN.exec(plan.ServiceClassPath)?.[1];
        return name === undefined || plan.IsPublic === false ? [] : [{ ...plan, name }];
      });
      observations.push({
        provider: "sakura",
        region,
        sourceId: "public-prices",
        source: {
          title: `Sakura Cloud public price list, zone ${zone}`,
          url: OFFICIAL_ADDRESSES.sakura + pathOf(zone),
          date: dayIn(list.ResponsedAt, source, "ResponsedAt"),
        },
        machines: {
          complete: ["on_demand"],
          types: plans.map((plan) => machineOf(plan.name, plan)),
          note: "The cap of a month; yen with 10 % tax.",
        },
      });
      advance(1);
    }
  });
  return { observations, goneRegions: [] };
};

/** Sized plans have their size for a name; of the others only the card can know how large they are. */
function machineOf(name: string, plan: z.infer<typeof ServiceClass>): ObservedMachine {
  const size = SIZED.exec(name);
  const about = {
    ...(plan.DisplayName.includes(WITHOUT_DISK) ? { storageGb: 0 } : {}),
    ...capsOf(plan.Price),
  };
  const prices = { on_demand: plan.Price.Monthly };
  if (size === null) return { name: `plan-${name}`, ...about, prices };
  return {
    name: name.replaceAll("-", "_"),
    vcpu: Number(size[1]),
    memoryMb: Number(size[2]) * MB_PER_GB,
    ...about,
    prices,
  };
}

/** How many hours cost as much as a day, and how many days as much as a month. */
function capsOf({ Hourly: hourly, Daily: daily, Monthly: monthly }: Price) {
  if (hourly === undefined || daily === undefined || hourly === 0 || daily === 0) return {};
  return { usageCaps: { hoursPerDay: daily / hourly, daysPerMonth: monthly / daily } };
}
