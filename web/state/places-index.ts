import type { Place, PlacesFile } from "../../shared/catalog/catalog-index.ts";
import type { ProviderId } from "../../shared/catalog/providers.ts";
import { HeldBack } from "../held-back/held-back.ts";

/**
 * Whose regions are where, for regions that have a place: those of inputs do. `CatalogIndex` knows zones
 * and unknown names, too, which an element alone need not wait for.
 */
export class PlacesIndex {
  readonly places: readonly Place[];
  readonly #placeByRegion = new Map<string, Place>();

  constructor({ places }: PlacesFile) {
    this.places = places;
    for (const place of places) {
      for (const region of Object.values(place.regions).flat()) {
        this.#placeByRegion.set(region, place);
      }
    }
  }

  /** The place of a region; `undefined` for a region that is everywhere, or that there is not. */
  placeOf(region: string): Place | undefined {
    return this.#placeByRegion.get(region);
  }

  /** The provider's own region for a region that has a place: that itself, or the one there, or the nearest. */
  resolveRegion(provider: ProviderId, region: string): string {
    const place = this.placeOf(region);
    const own = place?.regions[provider];
    const found = own?.includes(region) === true ? region : (own?.[0] ?? place?.nearest[provider]);
    if (found === undefined) throw new HeldBack();
    return found;
  }
}
