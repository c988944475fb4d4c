import { expect, test } from 'vitest';
import { isAtLeast } from '../../src/diff/bumps.ts';
import { packages } from '../../src/diff/change.ts';
import { changesetsOf } from '../../src/diff/changesets.ts';
import { diffModels } from '../../src/diff/diff-models.ts';
import { snippetsOf } from '../../src/diff/snippet-sides.ts';
import { modelOf } from '../documents.ts';
import { compileExamples } from './judge.ts';
import { allPairs } from './pairs/all-pairs.ts';

const models = await Promise.all(
  allPairs.map(async ({ before, after }) => ({ before: await modelOf(before), after: await modelOf(after) })),
);

test('every example compiles on its side, against the packages of that side', () => {
  const examples = models.flatMap((pair, index) =>
    diffModels(pair.before, pair.after).changes.flatMap((change) =>
      packages
        .filter((name) => isAtLeast(change.bumps[name], 'minor'))
        .flatMap((name) => {
          const { before, after } = snippetsOf(pair, change, name);
          const title = `${allPairs[index]?.name} (${change.kind}, ${name})`;
          return [
            ...(before === undefined
              ? []
              : [{ model: pair.before, text: before, title: `${title}, before` }]),
            ...(after === undefined ? [] : [{ model: pair.after, text: after, title: `${title}, after` }]),
          ];
        }),
    ),
  );
  const problems = compileExamples(examples).flatMap((found, index) =>
    found.slice(0, 1).map((problem) => `${examples[index]?.title}: ${problem}\n${examples[index]?.text}`),
  );
  expect(examples.length).toBeGreaterThan(500);
  expect(problems).toEqual([]);
}, 120_000);

/** The changesets of a pair by their paths. */
function filesOf(name: string): Record<string, string> {
  const pair = models[allPairs.findIndex((candidate) => candidate.name === name)];
  if (!pair) throw new Error(`there is no pair "${name}"`);
  const files = changesetsOf(pair.before, pair.after, diffModels(pair.before, pair.after));
  return Object.fromEntries(files.map(({ path, content }) => [path, content]));
}

test('a changeset tells what was, what is and what to write, with the bump', () => {
  expect(filesOf('a schema that goes both ways has a required field more: only writers break')).toMatchObject(
    {
      '.changeset/client-required-input-added-task-title.md': `---
"@acme/client": major
---

\`Task.title\`: a required input is new. Every call has to say more.

It is seen in \`acme.tasks.create\`.

Before:

\`\`\`ts
import type { Task } from '@acme/client';

export const value: Task = { id: 1 };
\`\`\`

After:

\`\`\`ts
import type { Task } from '@acme/client';

export const value: Task = { id: 1, title: "text" };
\`\`\`
`,
    },
  );
});

test('a field that moves: who has to upgrade, and that no code changes', () => {
  expect(filesOf('a field moves from body to query')).toEqual({
    '.changeset/types-input-moved-acme-tasks-save-value.md': expect.stringContaining('"@acme/types": patch'),
    '.changeset/client-input-moved-acme-tasks-save-value.md': `---
"@acme/client": patch
---

\`acme.tasks.save\`, \`value\`: an input travels in another part of the request: \`body\` is \`query\` now. Inputs are flat: callers write the field where they always did, the client sends it elsewhere.

Your code stays as it is. Earlier releases no longer reach the API this way: upgrade.
`,
  });
});

test('a method that is called in another way: the call path of each side', () => {
  const files = filesOf('an overlay names the method in another way');
  expect(files['.changeset/client-sdk-method-renamed-acme-tasks-list.md']).toContain(`Before:

\`\`\`ts
import { Acme } from '@acme/client';

const acme = new Acme({ token: 'secret' });
await acme.tasks.list();
\`\`\`

After:

\`\`\`ts
import { Acme } from '@acme/client';

const acme = new Acme({ token: 'secret' });
await acme.tasks.all();
\`\`\`
`);
});

test('who only follows a major has a changeset that says so', () => {
  const files = filesOf('a schema that nothing speaks of is gone');
  expect(Object.keys(files)).toEqual([
    '.changeset/types-schema-removed-task.md',
    '.changeset/client-follows-types.md',
    '.changeset/react-query-follows-client.md',
  ]);
  expect(files['.changeset/react-query-follows-client.md']).toBe(`---
"@acme/react-query": major
---

\`@acme/react-query\` shows the types of \`@acme/client\`, which has a new major version. Upgrade both together; what to change is told there.
`);
});

test('prose is one cause, however many places it changed in', () => {
  const files = filesOf('the prose of a schema that goes both ways is told once');
  expect(files).toEqual({
    '.changeset/types-descriptions.md': '---\n"@acme/types": patch\n---\n\nDescriptions changed: `Task`.\n',
  });
});

test('every package has as high a changeset as its bump, and none without one', () => {
  for (const [index, pair] of models.entries()) {
    const diff = diffModels(pair.before, pair.after);
    const files = changesetsOf(pair.before, pair.after, diff);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
    for (const name of packages) {
      const bumps = files.flatMap(({ content }) => {
        const [, bump] = new RegExp(`^---\n"@acme/${name}": (\\w+)\n---\n`).exec(content) ?? [];
        return bump === undefined ? [] : [bump];
      });
      const found = ['major', 'minor', 'patch'].find((bump) => bumps.includes(bump)) ?? 'none';
      expect(found, allPairs[index]?.name).toBe(diff.bumps[name]);
    }
  }
});
