/** Stands for `shared/schema/described.ts` in the worker's bundle, where nothing reads descriptions. */
export function described<Schema>(schema: Schema): Schema {
  return schema;
}
