/** Tells of the statements that a question came to: who left is read once a second, whatever is asked. */
export const ofQuestions =
  (tell: (sql: string) => void) =>
  (sql: string): void => {
    if (!/\bwhere not active\b/.test(sql)) tell(sql);
  };
