/** Remembers for one request what `make` made for equal arguments, so that equal questions share a loader. */
export function remembered<A, T>(make: (args: A) => T): (args: A) => T {
  const made = new Map<string, T>();
  return (args) => {
    const key = JSON.stringify(args);
    if (!made.has(key)) made.set(key, make(args));
    return made.get(key)!;
  };
}
