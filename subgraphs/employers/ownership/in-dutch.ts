const MONTHS = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

/** A day as people write it: `2021-04-04` is `4 april 2021`. */
export const inDutch = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${date} ${MONTHS[month - 1]} ${year}`;
};
