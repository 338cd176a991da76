/** A function that computes its value for each key once, and then has it. */
export function once<Key, Value>(valueOf: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = valueOf(key);
      known.set(key, value);
    }
    return value;
  };
}
