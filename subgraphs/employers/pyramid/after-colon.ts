/** A sentence as it stands after a name and a colon: `Een klant ...` is `een klant ...`, and `SROI ...` stays. */
export const afterColon = (sentence: string): string =>
  /^\p{Lu}\p{Ll}/u.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
