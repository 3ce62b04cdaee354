import type { CvToPublish, Level, OccupationName } from '../../../adapters/werknl/port.js';
import type { CurriculumVitae, Occupation } from '../jobseeker/curriculum-vitae.js';
import type { Jobseeker } from '../jobseeker/jobseeker.js';
import type { CvPublication } from './cv-publication.js';

const named = ({ name, code, uri }: Occupation): OccupationName =>
  code
    ? { name, code: code.slice(0, 4), codeList: 'ISCO-08' }
    : { name, code: uri ?? null, codeList: uri ? 'CompetentNL' : null };

const hoursOf = ({ hoursMin, hoursMax }: Jobseeker): CvToPublish['hours'] =>
  hoursMin == null && hoursMax == null ? null : { minimum: (hoursMin ?? hoursMax)!, maximum: (hoursMax ?? hoursMin)! };

/** What of a CV goes to werk.nl: what somebody can and wants, and nothing that says who it is (no name, place, age or benefit). */
export const cvToPublish = (
  { id, consentStoring, consentMatching }: CvPublication,
  jobseeker: Jobseeker,
  cv: CurriculumVitae,
): CvToPublish => ({
  id,
  consent: { storing: consentStoring, matching: consentMatching },
  summary: cv.presentation ?? null,
  occupationsSought: cv.occupationsSought.map(named),
  municipality: null,
  maxDistanceKm: jobseeker.maxTravelKm ?? null,
  hours: hoursOf(jobseeker),
  contract: null,
  availableFrom: jobseeker.availableFrom ?? null,
  experience: cv.experience.map(({ occupation, organisation, from, until, note }) => ({
    title: occupation.name,
    organisation,
    from,
    until,
    note,
  })),
  // Of an education whose level is not known werk.nl has no code.
  education: cv.education
    .filter(({ level }) => level >= 1 && level <= 6)
    .map(({ name, level, diploma, until }) => ({ name, level: level as Level, diploma, until })),
  competences: cv.competences.map(({ name }) => name),
  drivingLicences: cv.drivingLicences,
  languages: cv.languages.map(({ code, speaking, writing, reading }) => ({ code, speaking, writing, reading })),
});
