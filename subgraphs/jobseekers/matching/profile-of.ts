import type { MatchProfile } from '../../match-contract.js';
import type { CurriculumVitae } from '../jobseeker/curriculum-vitae.js';
import type { Jobseeker } from '../jobseeker/jobseeker.js';

/** What a jobseeker offers, in the words of the matching engine. Who it is stays behind. */
export const profileOf = (jobseeker: Jobseeker, cv: CurriculumVitae): MatchProfile => ({
  regionId: jobseeker.regionId,
  occupations: [...cv.occupationsSought, ...cv.experience.map(({ occupation }) => occupation)].map(
    ({ code, name }) => ({
      code,
      name,
    }),
  ),
  competences: cv.competences.map(({ code, name, mastery }) => ({ code, name, mastery })),
  drivingLicences: cv.drivingLicences,
  skills: cv.skills,
  languages: cv.languages.map(({ code, speaking, writing }) => ({ code, speaking, writing })),
  interests: cv.interests,
  education: cv.education.map(({ level, diploma }) => ({ level, diploma })),
  hoursMin: jobseeker.hoursMin ?? null,
  hoursMax: jobseeker.hoursMax ?? null,
  irregular: jobseeker.irregular ?? null,
  availableFrom: jobseeker.availableFrom ?? null,
});
