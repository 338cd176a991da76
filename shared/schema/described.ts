import * as z from "zod/mini";

/**
 * What the API document says of schemas; of a number its `field`, of which the document knows more.
 * Numbers and flags are read by functions of our own, a third of the work of a chain of zod's, so their JSON
 * Schema is given here too.
 */
export const fieldMetadata = z.registry<Readonly<Record<string, unknown>>>();

/**
 * A schema with what the API document says of it beyond what it checks. The worker's bundle has no
 * document to make: its build leaves out this file and the descriptions.
 */
export function described<Schema extends z.core.$ZodType>(
  schema: Schema,
  metadata: () => Readonly<Record<string, unknown>>,
): Schema {
  fieldMetadata.add(schema, metadata());
  return schema;
}
