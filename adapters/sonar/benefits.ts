import { check } from '../soap-formats.js';
import type { Benefit, BenefitGroup, Bsn } from './port.js';
import { running } from './running.js';
import { sameClient } from './same-client.js';
import { UWVPersoonsWvInfoResponse } from './suwinet-wire.js';

/**
 * Groups of the dashboard by CdSzWet. The list of codes is not public: these are the short names of the laws, as far as they
 * fit in its 5 letters, and our reading of them. WIA is left out: it is WGA or IVA.
 */
export const BENEFIT_GROUPS: Readonly<Record<string, BenefitGroup>> = {
  WW: 'WW',
  WGA: 'WGA',
  WAJ: 'WAJONG',
  WAJON: 'WAJONG',
  PW: 'PARTICIPATIEWET',
  WWB: 'PARTICIPATIEWET',
  BBZ: 'OTHER',
  IOAW: 'OTHER',
  IOAZ: 'OTHER',
  IOW: 'OTHER',
  IVA: 'OTHER',
  TW: 'OTHER',
  WAO: 'OTHER',
  WAZ: 'OTHER',
  WAZO: 'OTHER',
  ZW: 'OTHER',
};

/**
 * UWVPersoonsWvInfoResponse in our words: of what UWV tells, only which benefits and when.
 * @param today `YYYY-MM-DD`
 * @throws PartnerError MALFORMED
 */
export function benefits(
  data: unknown,
  bsn: Bsn,
  today: string,
  groups: Readonly<Record<string, BenefitGroup>> = BENEFIT_GROUPS,
): Benefit[] {
  const { ClientSuwi: client } = check('SONAR', UWVPersoonsWvInfoResponse, data);
  sameClient(client, bsn);
  return client.Uitkeringsverhouding.map((wire) => {
    const lawCode = wire.SzWet.CdSzWet;
    const [startedOn, endedOn] = [wire.DatBUitkeringsverhouding, wire.DatEUitkeringsverhouding];
    return {
      group: Object.hasOwn(groups, lawCode.toUpperCase()) ? groups[lawCode.toUpperCase()]! : null,
      lawCode,
      startedOn,
      endedOn,
      maximumUntil: wire.DatEMaximaleUitkeringsduur,
      hoursPerWeek: wire.AantWerkurenPerWeekGrondslagUitk,
      running: running(startedOn, endedOn, today),
    };
  });
}
