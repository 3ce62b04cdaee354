import { describe, expect, test } from '@jest/globals';
import { refusedStatus } from '../../../../subgraphs/employers/dossier/check-relation-status.js';
import { RelationStatus } from '../../../../subgraphs/employers/dossier/employer.js';
import { completenessOf, type HandOverFacts } from '../../../../subgraphs/employers/handover/completeness.js';
import { dataQuality, keyAccountNotices } from '../../../../subgraphs/employers/quality/data-quality.js';
import type { DossierFacts } from '../../../../subgraphs/employers/quality/dossier-facts.js';

const whole: DossierFacts = {
  isKeyAccount: false,
  hasAddress: true,
  hasPhone: true,
  contactPersons: 2,
  confirmedPersons: 2,
  hasNumber: true,
  hasSector: true,
  mainHolders: 1,
  holders: 1,
  hasProfile: true,
  decisionMakers: 1,
  hasDecisionProcess: true,
  runningPlan: false,
  unevaluated: [],
};

describe('R-019: the quality of a dossier tells what is missing', () => {
  const table: [Partial<DossierFacts>, string[], number, string][] = [
    [{}, [], 100, ''],
    [{ hasAddress: false }, ['address'], 85, 'R-019'],
    [{ hasPhone: false }, ['phone'], 90, 'R-019'],
    [{ contactPersons: 0, confirmedPersons: 0 }, ['contactPerson'], 84, 'R-021'],
    [{ hasNumber: false }, ['kvkNumber'], 90, 'R-019'],
    [{ hasSector: false }, ['sector'], 95, 'R-019'],
    [{ mainHolders: 0 }, ['holder'], 85, 'R-019'],
    [{ hasProfile: false }, ['profile'], 90, 'R-040'],
    [{ decisionMakers: 0 }, ['dmu'], 90, 'R-020'],
    [{ hasDecisionProcess: false }, ['decisionProcess'], 95, 'R-020'],
    [{ confirmedPersons: 1 }, ['contactDetailsConfirmed'], 95, 'R-019'],
    [{ unevaluated: ['Convenant'] }, ['evaluation'], 95, 'R-102'],
    [{ isKeyAccount: true, runningPlan: true, holders: 2 }, [], 100, ''],
    [{ isKeyAccount: true, holders: 2 }, ['accountPlan'], 91, 'R-035'],
    [{ isKeyAccount: true, runningPlan: true }, ['team'], 96, 'R-035'],
  ];
  test.each(table)('%j', (facts, missing, score, requirement) => {
    const told = dataQuality({ ...whole, ...facts });
    expect(told).toMatchObject({ missing, score });
    expect(told.notices.map((notice) => notice.requirement)).toEqual(missing.map(() => requirement));
  });

  test('R-035: a key account without plan and team is noticed, another employer is not', () => {
    expect(keyAccountNotices({ ...whole, isKeyAccount: true }).map(({ code }) => code)).toEqual([
      'MISSING_ACCOUNT_PLAN',
      'MISSING_TEAM',
    ]);
    expect(keyAccountNotices(whole)).toEqual([]);
  });
});

describe('R-060: could any colleague take this account over?', () => {
  const ready: HandOverFacts = {
    hasHolder: true,
    hasWhomToCall: true,
    lastContactOn: '2026-03-01',
    recentSince: '2025-09-10',
    threads: [{ title: 'Bel terug', hasOwner: true, dueOn: '2026-04-01', isPlan: false }],
    runningPlan: true,
    unevaluated: [],
    hasDmu: true,
    hasDecisionProcess: true,
    hasNps: true,
  };
  const table: [Partial<HandOverFacts>, string | null, number][] = [
    [{}, null, 100],
    [{ hasHolder: false }, 'holder', 85],
    [{ hasWhomToCall: false }, 'whomToCall', 80],
    [{ lastContactOn: '2025-09-10' }, null, 100],
    [{ lastContactOn: '2025-09-09' }, 'lastContact', 85],
    [{ lastContactOn: null }, 'lastContact', 85],
    [{ threads: [{ title: 'Los eind', hasOwner: true, dueOn: null, isPlan: false }] }, 'promises', 85],
    [{ threads: [{ title: 'Plan', hasOwner: true, dueOn: null, isPlan: true }] }, null, 100],
    [{ runningPlan: false }, 'plan', 90],
    [{ unevaluated: ['Convenant'] }, 'agreements', 95],
    [{ hasDmu: false }, 'dmu', 90],
    [{ hasDecisionProcess: false }, 'decisionProcess', 95],
    [{ hasNps: false }, 'nps', 95],
  ];
  test.each(table)('%j', (facts, missing, score) => {
    const { parts, ...told } = completenessOf({ ...ready, ...facts });
    expect(told.score).toBe(score);
    expect(parts.filter(({ present }) => !present).map(({ key }) => key)).toEqual(missing ? [missing] : []);
    expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });

  test.each([
    ['2026-03-01', 'Het laatste contact was op 1 maart 2026, met een samenvatting.'],
    ['2025-09-09', 'Het laatste contact was op 9 september 2025: te lang geleden om op voort te bouwen.'],
    [null, 'Er is nog geen contact vastgelegd.'],
  ])('the last contact, on %s, is told as people write a day', (lastContactOn, because) => {
    const { parts } = completenessOf({ ...ready, lastContactOn });
    expect(parts.find(({ key }) => key === 'lastContact')?.because).toBe(because);
  });
});

describe('R-019: a relation status becomes only what makes sense', () => {
  const { PROSPECT, CUSTOMER, FORMER_CUSTOMER, NOT_APPROACHABLE, CEASED } = RelationStatus;
  test.each<[RelationStatus, RelationStatus, string | null, string | null]>([
    [PROSPECT, CUSTOMER, null, null],
    [CUSTOMER, CUSTOMER, null, null],
    [CUSTOMER, PROSPECT, null, 'STATUS_NOT_POSSIBLE'],
    [CUSTOMER, FORMER_CUSTOMER, null, null],
    [PROSPECT, FORMER_CUSTOMER, null, 'STATUS_NOT_POSSIBLE'],
    [FORMER_CUSTOMER, CUSTOMER, null, null],
    [CUSTOMER, NOT_APPROACHABLE, null, null],
    [CUSTOMER, CEASED, null, 'REASON_MISSING'],
    [CUSTOMER, CEASED, 'Curator heeft gebeld.', null],
    [CEASED, CUSTOMER, ' ', 'REASON_MISSING'],
    [CEASED, CUSTOMER, 'Doorstart.', null],
    [CEASED, NOT_APPROACHABLE, 'Doorstart.', 'STATUS_NOT_POSSIBLE'],
  ])('%s to %s with %j', (from, to, reason, code) => {
    expect(refusedStatus(from, to, reason)?.code ?? null).toBe(code);
  });
});
