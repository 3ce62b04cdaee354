/** Lets a client begin something, unless it has too much under way; what is returned tells that it is over. */
export type Begin = (client: string) => (() => void) | null;

/** Counts what each client has under way in this process, and lets none have more than `most` of it at once. */
export function atOnce(most: number): Begin {
  const underWay = new Map<string, number>();
  return (client) => {
    const before = underWay.get(client) ?? 0;
    if (before >= most) return null;
    underWay.set(client, before + 1);
    let over = false;
    return () => {
      if (over) return;
      over = true;
      const left = underWay.get(client)! - 1;
      if (left > 0) underWay.set(client, left);
      else underWay.delete(client);
    };
  };
}
