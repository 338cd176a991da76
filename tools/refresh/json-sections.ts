import { createReadStream } from "node:fs";
import { none } from "stream-chain/defs.js";
import { Assembler } from "stream-json/core/assembler.js";
import { jsonParser, type parser, type Token } from "stream-json/core/parser.js";

/** An object within a file, whose entries are wanted. */
export interface JsonSection {
  /** The keys that lead to the object. */
  readonly path: readonly string[];
  /** Which entries are wanted; all unless given. Those that are not are passed over. */
  readonly wants?: (key: string) => boolean;
}

/** An entry of an object within a file. */
export interface JsonEntry {
  /** The keys that lead to the object. */
  readonly path: readonly string[];
  readonly key: string;
  readonly value: unknown;
}

/** A file that is not well-formed JSON. */
export class JsonFileError extends Error {
  override readonly name = "JsonFileError" as const;

  constructor(file: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${file} is not well-formed JSON: ${reason}`, { cause });
  }
}

/** Text read at a time: what it makes of tokens lives until the next, and must not grow old. */
const CHUNK_BYTES = 16 * 1024;

/**
 * The wanted entries of these objects, in the order of the file, which may be larger than the
 * memory: one entry is held at a time, and what lies elsewhere is passed over. Strings hold on to
 * the text around them until they are copied. Text that is not one whole JSON value is a
 * `JsonFileError`. `read` is told of each bytes that were read.
 */
export async function* jsonEntries(
  file: string,
  sections: readonly JsonSection[],
  read: (bytes: number) => void = () => undefined,
): AsyncGenerator<JsonEntry> {
  const cursor = new Cursor(sections);
  for await (const tokens of tokensOf(file, read)) {
    for (const token of tokens) {
      const entry = cursor.take(token);
      if (entry !== null) yield entry;
    }
  }
  if (!cursor.isWhole) throw new JsonFileError(file, new Error("it ends too early"));
}

/**
 * The tokens of a file, a chunk's at a time. The parser is called by hand: in a chain of streams
 * every token is an event of its own, which takes several times as long and as much memory.
 */
async function* tokensOf(
  file: string,
  read: (bytes: number) => void,
): AsyncGenerator<readonly Token[]> {
  // The parser's type does not say that `none` stands for the end.
  const parse = jsonParser({ packValues: true, streamValues: false }) as (
    text: string | typeof none,
  ) => ReturnType<parser.TokenSource>;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const tokensIn = (text: () => string | typeof none): readonly Token[] => {
    try {
      const tokens = parse(text());
      return tokens === none ? [] : tokens.values;
    } catch (error) {
      throw new JsonFileError(file, error);
    }
  };
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
    const bytes = chunk as Buffer;
    read(bytes.length);
    yield tokensIn(() => decoder.decode(bytes, { stream: true }));
  }
  yield tokensIn(() => decoder.decode());
  yield tokensIn(() => none);
}

const OPENING: ReadonlySet<string> = new Set(["startObject", "startArray"]);
const CLOSING: ReadonlySet<string> = new Set(["endObject", "endArray"]);

/** Follows the tokens of a file, and puts together the values of the entries that are wanted. */
class Cursor {
  private readonly sections: readonly JsonSection[];
  /** Keys of the objects that are open; of an array, nothing. */
  private readonly keys: string[] = [];
  private depth = 0;
  private started = false;
  private assembler: Assembler | null = null;
  private assembledDepth = 0;

  constructor(sections: readonly JsonSection[]) {
    this.sections = sections;
  }

  /** Whether a value has been read to its end. */
  get isWhole(): boolean {
    return this.started && this.depth === 0;
  }

  take(token: Token): JsonEntry | null {
    this.started = true;
    if (token.name === "keyValue" && this.assembler === null) {
      this.keys[this.depth - 1] = token.value;
      return null;
    }
    const isOpening = OPENING.has(token.name);
    const isClosing = CLOSING.has(token.name);
    if (this.assembler === null && !isClosing && this.isWanted()) {
      this.assembler = new Assembler();
      this.assembledDepth = this.depth;
    }
    if (isOpening) this.depth += 1;
    if (isClosing) this.depth -= 1;
    if (this.assembler === null) {
      if (isOpening) this.keys[this.depth - 1] = "";
      else if (isClosing) this.keys.length = Math.max(0, this.depth);
      return null;
    }
    this.assembler.consume(token);
    if (this.depth !== this.assembledDepth) return null;
    const value = this.assembler.current;
    this.assembler = null;
    const path = this.keys.slice(0, this.depth - 1);
    return { path, key: this.keys[this.depth - 1] ?? "", value };
  }

  /** Whether the value that begins is a wanted entry. */
  private isWanted(): boolean {
    const { depth, keys } = this;
    return this.sections.some(
      ({ path, wants }) =>
        path.length === depth - 1 &&
        path.every((key, level) => keys[level] === key) &&
        wants?.(keys[depth - 1] ?? "") !== false,
    );
  }
}
