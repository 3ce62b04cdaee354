/** Facts that say what a contact moment is: as registered, and as it was corrected. */
export const CONTACT = "('contact-moment.registered', 'contact-moment.corrected')";

const version = (fact: string): string => `coalesce((${fact}.payload->>'version')::int, 1)`;

/**
 * A condition on the contact fact `told`: it says what is known of its contact moment, because none corrects or merges
 * it later. Later is by version, which holds however facts come in.
 * @param knownAt `?` where the moment at which it is asked is a value of its own; without it, everything known counts
 */
export const standing = (knownAt?: '?'): string => `not exists (
  select from fact later
  where later.kind in ('contact-moment.corrected', 'contact-moment.merged')
    and later.payload->>'contactMomentId' = told.payload->>'contactMomentId'
    and ${version('later')} > ${version('told')}${knownAt ? ` and later.known_at <= ${knownAt}` : ''}
)`;

/** A condition on the invitation `told`: it has not lapsed. @param knownAt as for `standing` */
export const notWithdrawn = (knownAt?: '?'): string => `not exists (
  select from fact lapsed
  where lapsed.kind = 'nps.withdrawn' and lapsed.payload->>'surveyId' = told.payload->>'surveyId'${knownAt ? ` and lapsed.known_at <= ${knownAt}` : ''}
)`;
