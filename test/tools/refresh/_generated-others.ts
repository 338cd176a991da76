import type { PriceFile, RateCardFile } from "../../../shared/catalog/rate-card.ts";
import { rowsOf } from "../../../tools/rate-cards/machine-rows.ts";
import { byPowerOfTen } from "../../../tools/refresh/sources/source-format.ts";
import parts from "../../../tools/refresh/sources/oci-parts.json" with { type: "json" };

const EGRESS_AREAS: readonly (readonly [RegExp, part: string])[] = [
  [/^(?:ap|sa)-/u, parts.egress.asia_pacific_south_america],
  [/^(?:me|af|il)-/u, parts.egress.middle_east_africa],
  [/^(?:us|ca|eu|uk|mx)-/u, parts.egress.north_america_europe],
];

/** Oracle's price list, made of cards. */
export function ociResponse(cards: readonly RateCardFile[], day: string): unknown {
  const [card] = cards;
  const flexible = card?.flexible_types ?? {};
  const functions = card?.services["oci_functions"] ?? {};
  const priced: (readonly [
    part: string,
    metric: string,
    price: PriceFile | undefined,
    power: number,
  ])[] = [
    ...Object.entries(parts.shapes).flatMap(([shape, { ocpu, memory }]) => [
      [ocpu, "OCPU Per Hour", flexible[shape]?.ocpu_hours, 0] as const,
      [memory, "Gigabyte Per Hour", flexible[shape]?.memory_gb_hours, 0] as const,
    ]),
    [parts.functions.requests, "1MIL Function Invocations", functions["requests"], 6],
    [parts.functions.compute, "10,000 GB Memory-Seconds", functions["compute"], 4],
    ...EGRESS_AREAS.map(([area, part]) => {
      const there = cards.find(({ region }) => area.test(region));
      return [part, "Gigabyte Outbound Data Transfer Per Month", there?.egress, 0] as const;
    }),
  ];
  const free = Object.values(parts.free_machines).map((part) =>
    item(part, "OCPU Per Hour", [{ value: 0 }]),
  );
  const items = priced.flatMap(([part, metric, price, power]) =>
    price === undefined ? [] : [item(part, metric, ranges(price, power))],
  );
  return { lastUpdated: `${day}T06:00:00Z`, items: [...items, ...free] };
}

function ranges({ free = 0, tiers }: PriceFile, power: number) {
  const most = 999_999_999_999_999;
  const scaled = (units: number) => byPowerOfTen(units, -power);
  const value = byPowerOfTen(tiers[0]?.[1] ?? 0, power);
  if (free === 0) return [{ value }];
  return [
    { value: 0, rangeMin: 0, rangeMax: scaled(free) },
    { value, rangeMin: scaled(free), rangeMax: most },
  ];
}

function item(partNumber: string, metricName: string, prices: readonly object[]) {
  return {
    partNumber,
    displayName: partNumber,
    metricName,
    serviceCategory: "Compute",
    currencyCodeLocalizations: [
      {
        currencyCode: "USD",
        prices: prices.map((price) => ({ model: "PAY_AS_YOU_GO", ...price })),
      },
    ],
  };
}

/** Sakura Cloud's price list of a zone, made of a card; `null` for an unknown zone. */
export function sakuraResponse(path: string, cards: readonly RateCardFile[], day: string): unknown {
  const zone =
    /^\/cloud\/zone\/(\w+)\/api\/cloud\/1\.1\/public\/price\.json$/u.exec(path)?.[1] ?? "";
  const card = cards.find(({ region }) => zone === `${region}a`);
  if (card === undefined) return null;
  const rows = card.machine_types === undefined ? [] : rowsOf(card.machine_types);
  const plans = rows.map(({ name, prices }) => ({
    DisplayName: name,
    ServiceClassPath: `cloud/plan/${name.replace(/^plan-/u, "").replaceAll("_", "-")}`,
    Price: { Hourly: 1, Daily: 10, Monthly: prices.on_demand?.unitPrice ?? 0, Zone: zone },
  }));
  const others = [
    {
      DisplayName: "プラン99(ディスクなし)",
      ServiceClassPath: "cloud/plan/99",
      Price: { Hourly: 99, Daily: 990, Monthly: 19_900, Zone: zone },
    },
    {
      DisplayName: "SSDプラン",
      ServiceClassPath: "cloud/disk/ssd/20g",
      Price: { Hourly: 2, Daily: 26, Monthly: 528, Zone: zone },
    },
  ];
  return {
    Count: plans.length + others.length,
    ResponsedAt: `${day}T00:06:55+09:00`,
    ServiceClasses: Object.fromEntries([...plans, ...others].map((plan, index) => [index, plan])),
  };
}

/** The European Central Bank's rates of a day. */
export function ecbResponse(yenPerDollar: number, day: string): string {
  const dollarsPerEuro = 1.25;
  return `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
  <gesmes:subject>Reference rates</gesmes:subject>
  <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
  <Cube>
    <Cube time='${day}'>
      <Cube currency='USD' rate='${dollarsPerEuro}'/>
      <Cube currency='JPY' rate='${yenPerDollar * dollarsPerEuro}'/>
    </Cube>
  </Cube>
</gesmes:Envelope>
`;
}
