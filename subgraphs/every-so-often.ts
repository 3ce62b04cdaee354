/**
 * Does `turn` again and again as long as the process lives, `everyMs` after it ended; the first time at once. A turn that
 * takes long asks `stopping` whether to go on. @param turn tells its own failures: it may not throw
 */
export function everySoOften(
  everyMs: number,
  turn: (stopping: () => boolean) => Promise<unknown>,
): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let busy: Promise<void> = Promise.resolve();
  const again = (): void => {
    busy = turn(() => stopped).then(() => {
      if (!stopped) timer = setTimeout(again, everyMs).unref();
    });
  };
  timer = setTimeout(again, 0);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await busy;
    },
  };
}
