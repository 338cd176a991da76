import { MS_PER_SECOND } from "../../shared/units.ts";

/** An operation that is going to end; docs/api.md has the policy. */
export interface Deprecation {
  /** The days from which it is deprecated and from which it is gone, `YYYY-MM-DD`. */
  readonly since: string;
  readonly sunset: string;
  /** Where it is said what to use instead: a place in the reference. */
  readonly guide: string;
}

/** Says in an answer that its operation is going to end, RFC 9745 and RFC 8594. */
export function deprecationHeaders({ since, sunset, guide }: Deprecation): Record<string, string> {
  return {
    deprecation: `@${Date.parse(since) / MS_PER_SECOND}`,
    sunset: new Date(sunset).toUTCString(),
    link: `<${guide}>; rel="deprecation"; type="text/html"`,
  };
}
