import * as z from "zod/mini";

const Source = z.object({
  title: z.string(),
  url: z.string(),
  date: z.string(),
  licence: z.optional(z.string()),
});

const Origin = {
  source: z.string(),
  confidence: z.enum(["high", "medium", "low", "derived"]),
  note: z.optional(z.string()),
};

export const Price = z.object({
  unit: z.string(),
  free: z.number(),
  tiers: z.array(z.object({ up_to: z.nullable(z.number()), unit_price: z.number() })),
  ...Origin,
});

const City = z.object({ en: z.string(), ja: z.string() });

/** `GET /api/v1/catalog`: what is priced, as of when. */
export const CatalogAnswer = z.object({
  as_of: z.string(),
  oldest: z.string(),
  regions: z.number(),
  prices: z.number(),
  providers: z.record(
    z.string(),
    z.array(
      z.object({
        region: z.string(),
        place: z.nullable(z.string()),
        city: z.nullable(City),
        country: z.nullable(z.string()),
        as_of: z.string(),
        oldest: z.string(),
        machine_types: z.number(),
        prices: z.number(),
        services: z.array(z.string()),
      }),
    ),
  ),
  places: z.array(
    z.object({
      id: z.string(),
      country: z.string(),
      city: City,
      regions: z.record(z.string(), z.array(z.string())),
      nearest: z.record(z.string(), z.string()),
    }),
  ),
  exchange_rates: z.record(
    z.string(),
    z.object({
      rate: z.number(),
      date: z.string(),
      source: z.object({ title: z.string(), url: z.string() }),
      confidence: z.string(),
      note: z.optional(z.string()),
    }),
  ),
});

/** `GET /api/v1/catalog/{provider}/{region}`: every price of a region, and where it is from. */
export const CatalogRegionAnswer = z.object({
  provider: z.string(),
  region: z.string(),
  currency: z.enum(["USD", "JPY"]),
  as_of: z.string(),
  sources: z.record(z.string(), Source),
  services: z.record(z.string(), z.record(z.string(), Price)),
  egress: z.nullable(Price),
  per: z.nullable(z.enum(["hour", "month"])),
  machine_types: z.array(
    z.object({
      instance_type: z.string(),
      vcpu: z.number(),
      memory_mb: z.number(),
      architecture: z.enum(["x86_64", "arm64"]),
      baseline: z.optional(z.number()),
      storage_gb: z.optional(z.number()),
      sold_at_most: z.optional(z.number()),
      sustained_use: z.optional(z.number()),
      /** Hours that cost as much as a day, and days that cost as much as a month. */
      usage_caps: z.optional(z.object({ hours_per_day: z.number(), days_per_month: z.number() })),
      prices: z.record(z.string(), z.object({ unit_price: z.number(), ...Origin })),
    }),
  ),
  flexible_types: z.record(
    z.string(),
    z.object({
      vcpu_per_ocpu: z.number(),
      architecture: z.enum(["x86_64", "arm64"]),
      ocpu: z.array(z.number()),
      memory_gb: z.array(z.number()),
      memory_gb_per_ocpu: z.optional(z.array(z.number())),
      default_ocpu: z.number(),
      default_memory_gb: z.number(),
      ocpu_hours: Price,
      memory_gb_hours: Price,
    }),
  ),
});
