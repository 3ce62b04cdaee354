/** From how many months on paid work is sustainable (duurzaam betaald werk). */
const SUSTAINABLE_MONTHS = 6;

/** Whether work is sustainable: open-ended, or for at least six months. Of unknown length is not. */
export const isSustainable = (durationMonths: number | null | undefined, openEnded: boolean): boolean =>
  openEnded || (durationMonths ?? 0) >= SUSTAINABLE_MONTHS;
