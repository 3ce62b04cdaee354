import { createHash } from 'node:crypto';
import type { JobseekerProfile } from '../../../adapters/sonar/port.js';
import type { Education, Language, Occupation, WorkExperience } from '../jobseeker/curriculum-vitae.js';

/** A jobseeker and CV as a profile of VUM tells them. Contact details stay behind: nobody asked for them. */
export type Taken = ReturnType<typeof fromProfile>;

const whole = (code: string | null): number | null => (code !== null && /^\d$/.test(code) ? Number(code) : null);

/** codeNiveauTaalbeheersing 1 to 4; 0 (unknown) and 8 (does not apply) tell nothing. */
const mastery = (code: string | null): number | null => {
  const level = whole(code);
  return level !== null && level >= 1 && level <= 4 ? level : null;
};

/** VUM names an occupation by its URI alone. */
const occupation = (uri: string | null): Occupation =>
  uri === null
    ? { code: null, name: 'Beroep niet genoemd', uri: null }
    : { code: null, name: `CompetentNL ${uri.split('/').at(-1)}`, uri };

const present = <T>(values: (T | null)[]): T[] => values.filter((value) => value !== null);
const distinct = <T>(values: T[]): T[] => [...new Set(values)];

const experience = (profile: JobseekerProfile): WorkExperience[] =>
  profile.qualifications.experience.map(({ occupation: uri, organisation, explanation, startedOn, endedOn }) => ({
    occupation: occupation(uri),
    organisation,
    from: startedOn,
    until: endedOn,
    note: explanation,
  }));

/** codeNiveauOpleiding 1 to 6 is our own level; 9 and absent are 0. */
const education = (profile: JobseekerProfile): Education[] =>
  profile.qualifications.education.map(({ code, levelCode, statusCode, diploma, explanation, endedOn }) => {
    const [level, status] = [whole(levelCode), whole(statusCode)];
    return {
      level: level !== null && level >= 1 && level <= 6 ? level : 0,
      name: explanation ?? (code === null ? 'Opleiding niet genoemd' : `Opleiding ${code}`),
      diploma,
      status: status || null,
      until: endedOn,
    };
  });

const languages = (profile: JobseekerProfile): Language[] =>
  profile.qualifications.languages.flatMap(({ code, speaking, writing, reading, listening }) =>
    code === null
      ? []
      : [
          {
            code,
            speaking: mastery(speaking),
            writing: mastery(writing),
            reading: mastery(reading),
            listening: mastery(listening),
          },
        ],
  );

/** A profile of VUM in our words. What it does not tell is null, never no. */
export function fromProfile(profile: JobseekerProfile) {
  const { qualifications, needs } = profile;
  return {
    sonarId: profile.sourceReference ?? profile.vumId,
    vumId: profile.vumId,
    jobseeker: {
      postcodeArea: profile.postcode?.slice(0, 4) ?? null,
      availableFrom: profile.availableFrom,
      availableUntil: profile.availableUntil,
      hoursMin: profile.hoursMin,
      hoursMax: profile.hoursMax,
      irregular: profile.irregularHours,
      officeHours: profile.officeHours,
      contractTypes: distinct(present<string>(profile.contracts.map(({ type }) => type))),
      maxTravelKm: profile.maxTravelKm,
      maxTravelMinutes: profile.maxTravelMinutes,
      // The list of codes is not public.
      transport: distinct(present(profile.transport.map(({ code }) => code))).map((code) => `vervoermiddel ${code}`),
      adaptationNeeded: needs.adaptedWorkplace,
      guidanceNeeded: needs.coaching,
      inTargetGroupRegister: profile.inTargetGroupRegister,
      openToMediation: true,
    },
    cv: {
      occupationsSought: profile.occupations.map(occupation),
      experience: experience(profile),
      education: education(profile),
      competences: qualifications.competences.map((name) => ({ code: null, name, mastery: null, assessedOn: null })),
      skills: present(qualifications.courses.map(({ name }) => name)),
      interests: qualifications.interests,
      drivingLicences: qualifications.drivingLicences,
      languages: languages(profile),
      presentation: profile.presentation,
    },
  };
}

/** Tells whether a profile is as it was. */
export const digestOf = ({ jobseeker, cv }: Taken): string =>
  createHash('sha256')
    .update(JSON.stringify([jobseeker, cv]))
    .digest('base64url');
