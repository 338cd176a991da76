import pixelmatch from "pixelmatch";
import sharp from "sharp";

/** How far apart two colours are that count as another, 0–1: more than a renderer's rounding is. */
const COLOUR_APART = 0.1;
/** So many pixels may be another colour: fewer than one letter has that stands elsewhere. */
const PIXELS_ALLOWED = 12;

/** How a picture differs from the one that it is held to. */
export interface PictureDifference {
  /** In a sentence. */
  readonly text: string;
  /** Both pictures and, in red, where they differ, as PNG. */
  readonly png: Buffer;
}

/** A picture in few bytes: of 256 colours, which is more than the page has but for the edges of letters. */
export function smallPicture(png: Buffer): Promise<Buffer> {
  return sharp(png).png({ palette: true, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer();
}

/** How two pictures, as PNG, differ; `null` where nobody would see it. */
export async function differenceOf(now: Buffer, wanted: Buffer): Promise<PictureDifference | null> {
  const [first, second] = await Promise.all([pixelsOf(now), pixelsOf(wanted)]);
  const { width, height } = first.info;
  if (width !== second.info.width || height !== second.info.height) {
    const text = `${width} × ${height} pixels instead of ${second.info.width} × ${second.info.height}`;
    return { text, png: await beside([wanted, now]) };
  }
  const marked = Buffer.alloc(first.data.length);
  const options = { threshold: COLOUR_APART };
  const differing = pixelmatch(first.data, second.data, marked, width, height, options);
  if (differing <= PIXELS_ALLOWED) return null;
  const raw = { width, height, channels: 4 } as const;
  const png = await beside([wanted, now, await sharp(marked, { raw }).png().toBuffer()]);
  return { text: `${differing} of ${width * height} pixels differ`, png };
}

function pixelsOf(png: Buffer) {
  return sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
}

/** Pictures in a row: what is wanted, what is, and where they differ. */
async function beside(pictures: readonly Buffer[]): Promise<Buffer> {
  const sizes = await Promise.all(pictures.map((picture) => sharp(picture).metadata()));
  const width = sizes.reduce((sum, size) => sum + size.width, 0);
  const height = Math.max(...sizes.map((size) => size.height));
  let left = 0;
  const placed = pictures.map((input, index) => {
    const place = { input, left, top: 0 };
    left += sizes[index]?.width ?? 0;
    return place;
  });
  return sharp({ create: { width, height, channels: 4, background: "#888" } })
    .composite(placed)
    .png()
    .toBuffer();
}
