import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes of buffers that something still holds: what is only not thrown away yet does not count. */
export function held(): number {
  collect();
  return process.memoryUsage().arrayBuffers;
}
