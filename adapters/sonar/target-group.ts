import { check } from '../soap-formats.js';
import type { Bsn, TargetGroupRegistration } from './port.js';
import { running } from './running.js';
import { sameClient } from './same-client.js';
import { UWVPersoonsArbeidsbeperktenInfoResponse } from './suwinet-wire.js';

/** True when one is; else null when one may be; else false, or null when nothing is told. */
const any = (values: (boolean | null)[]): boolean | null =>
  values.includes(true) ? true : values.includes(null) || !values.length ? null : false;

/**
 * UWVPersoonsArbeidsbeperktenInfoResponse in our words. Counting for the banenafspraak is what LdrRegistratieWbQa tells: it
 * stands there, and has not ended. Where it does not stand, the register may not have been asked about it: null, never false.
 * @param today `YYYY-MM-DD`
 * @param names of grounds by code, as far as they are known
 * @throws PartnerError MALFORMED
 */
export function targetGroupRegistration(
  data: unknown,
  bsn: Bsn,
  today: string,
  names: Readonly<Record<string, string>> = {},
): TargetGroupRegistration {
  const { ClientSuwi: client } = check('SONAR', UWVPersoonsArbeidsbeperktenInfoResponse, data);
  sameClient(client, bsn);
  const counting = client.LdrRegistratieWbQa;
  const counts = counting ? running(null, counting.DatELdrRegistratieWbQa, today) : null;
  const grounds = client.GrondslagArbeidsbeperktheid.map((wire) => {
    const { CdGrondslagArbeidsbeperktheid: code } = wire;
    const [startedOn, endedOn] = [wire.DatBGrondslagArbeidsbeperktheid, wire.DatEGrondslagArbeidsbeperktheid];
    const name = code !== null && Object.hasOwn(names, code) ? names[code]! : null;
    return { ground: { code, name }, startedOn, endedOn, running: running(startedOn, endedOn, today) };
  });
  return {
    registered: any([...(counting ? [counts] : []), ...grounds.map((ground) => ground.running)]),
    countsForJobAgreement: counts,
    countsUntil: counting?.DatELdrRegistratieWbQa ?? null,
    grounds,
  };
}
