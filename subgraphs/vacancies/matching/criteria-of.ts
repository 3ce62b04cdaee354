import type { MatchCriteria } from '../../match-contract.js';
import type { Vacancy } from '../vacancy/vacancy.js';

/** What a vacancy asks, in the words of the matching engine. */
export const criteriaOf = (vacancy: Vacancy): MatchCriteria => ({
  regionId: vacancy.regionId,
  occupation: { code: vacancy.occupationCode ?? null, name: vacancy.occupationName },
  competences: vacancy.competences.map(({ code, name, level, weight, essential, trainable }) => ({
    code,
    name,
    level,
    weight,
    essential,
    trainable,
  })),
  drivingLicences: vacancy.drivingLicences,
  hardRequirements: vacancy.hardRequirements.map(({ key, description, trainable }) => ({
    key,
    description,
    trainable,
  })),
  languages: vacancy.languages.map(({ code, speaking, writing }) => ({ code, speaking, writing })),
  affinities: vacancy.affinities,
  hoursMin: vacancy.hoursMin ?? null,
  hoursMax: vacancy.hoursMax ?? null,
  irregularHours: vacancy.irregularHours ?? null,
  minimumLevel: vacancy.minimumLevel ?? null,
  startsOn: vacancy.startsOn ?? null,
});
