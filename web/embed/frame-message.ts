/** The page asks the frame for its height; the frame tells it, then and whenever it changes. */
export const HEIGHT_ASKED = "cost-simulator:height?";

const HEIGHT_TOLD = "cost-simulator:height";

export interface HeightMessage {
  readonly type: typeof HEIGHT_TOLD;
  readonly height: number;
}

/** A height as a message. */
export function heightMessage(height: number): HeightMessage {
  return { type: HEIGHT_TOLD, height };
}

/** Whether a message tells a height that a frame can have. */
export function isHeightMessage(data: unknown): data is HeightMessage {
  if (typeof data !== "object" || data === null) return false;
  const { type, height } = data as Partial<HeightMessage>;
  return type === HEIGHT_TOLD && typeof height === "number" && height > 0 && height < Infinity;
}
