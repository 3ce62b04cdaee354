/**
 * Keeps what was used last, up to a total weight, and forgets the rest. Shaped as the cache that Apollo Server and the
 * gateway take (asynchronous, by text), so that one idea holds documents, plans, persisted queries and tokens.
 */
export class BoundedCache<V> {
  readonly #kept = new Map<string, { value: V; weight: number }>();
  #weight = 0;

  /**
   * @param options.maxWeight the most that may be kept, in the unit of `weigh`
   * @param options.weigh the weight of one value; without it every value weighs 1
   * @param options.onSet told of every value that had to be made anew
   */
  constructor(private readonly options: { maxWeight: number; weigh?: (value: V) => number; onSet?: () => void }) {}

  find(key: string): V | undefined {
    const entry = this.#kept.get(key);
    if (!entry) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, entry);
    return entry.value;
  }

  keep(key: string, value: V): void {
    this.forget(key);
    const weight = this.options.weigh?.(value) ?? 1;
    this.options.onSet?.();
    if (weight > this.options.maxWeight) return;
    this.#kept.set(key, { value, weight });
    this.#weight += weight;
    for (const oldest of this.#kept.keys()) {
      if (this.#weight <= this.options.maxWeight) break;
      this.forget(oldest);
    }
  }

  forget(key: string): boolean {
    this.#weight -= this.#kept.get(key)?.weight ?? 0;
    return this.#kept.delete(key);
  }

  clear(): void {
    this.#kept.clear();
    this.#weight = 0;
  }

  get size(): number {
    return this.#kept.size;
  }

  async get(key: string): Promise<V | undefined> {
    return this.find(key);
  }

  async set(key: string, value: V): Promise<void> {
    this.keep(key, value);
  }

  async delete(key: string): Promise<boolean> {
    return this.forget(key);
  }
}
