/** From which part of the world Cloudflare's containers send, which its egress is priced by. */
export const EGRESS_AREAS = ["north_america_europe", "oceania_korea_taiwan", "elsewhere"] as const;
export type EgressArea = (typeof EGRESS_AREAS)[number];
