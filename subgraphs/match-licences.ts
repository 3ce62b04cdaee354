/** What holding a licence also allows (Reglement rijbewijzen): a heavier one includes the lighter, and all for lorries require B. */
const INCLUDES: Record<string, readonly string[]> = {
  A: ['A2', 'A1', 'AM'],
  A2: ['A1', 'AM'],
  A1: ['AM'],
  B: ['AM'],
  BE: ['B', 'AM'],
  C1: ['B', 'AM'],
  C1E: ['C1', 'BE', 'B', 'AM'],
  C: ['C1', 'B', 'AM'],
  CE: ['C', 'C1', 'C1E', 'BE', 'B', 'AM'],
  D1: ['B', 'AM'],
  D1E: ['D1', 'BE', 'B', 'AM'],
  D: ['D1', 'B', 'AM'],
  DE: ['D', 'D1', 'D1E', 'BE', 'B', 'AM'],
};

/** Licences from which one is a single examination away from the licence asked. */
const ONE_STEP_FROM: Record<string, readonly string[]> = {
  BE: ['B'],
  C1: ['B'],
  C: ['B'],
  C1E: ['C1'],
  CE: ['C'],
  D1: ['B'],
  D: ['B'],
  D1E: ['D1'],
  DE: ['D'],
};

/** Everything that one may drive with the licences `held`. */
export const mayDrive = (held: readonly string[]): Set<string> =>
  new Set(held.flatMap((licence) => [licence, ...(INCLUDES[licence] ?? [])]));

/** The licences that allow what `asked` allows: the licence itself and the heavier ones. */
export const licencesThatCover = (asked: string): string[] => [
  asked,
  ...Object.keys(INCLUDES).filter((licence) => INCLUDES[licence]!.includes(asked)),
];

/** Whether who holds `held` needs one examination to get `asked`. */
export const canLearn = (asked: string, held: readonly string[]): boolean => {
  const drives = mayDrive(held);
  return (ONE_STEP_FROM[asked] ?? []).some((licence) => drives.has(licence));
};
