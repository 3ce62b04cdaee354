/** Waits for what happens elsewhere in its own time. @throws Error when it has not happened within `milliseconds` */
export async function until(happened: () => Promise<boolean> | boolean, milliseconds = 60_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await happened())) {
    if (Date.now() > end) throw new Error(`did not happen within ${milliseconds} ms: ${happened}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
