/** What a line of progress begins with: how many of them are drawn depends on how long a step took. */
const spinnerFrame = /^\s*[◒◐◓◑]/;

/**
 * What `changeset publish` printed of its failure, from the line in which it begins to tell, without the lines that
 * tell of its progress.
 */
export function publishFailure(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !line.includes('Exited with code'));
  const first = lines.findIndex((line) => /failed to publish|unexpected error/i.test(line));
  return lines
    .slice(Math.max(first, 0))
    .filter((line) => !spinnerFrame.test(line) && !line.includes('Created git tags'))
    .join('\n  ');
}
