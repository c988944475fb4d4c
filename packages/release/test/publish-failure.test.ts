import { expect, test } from 'vitest';
import { publishFailure } from '../src/publish-failure.ts';

const failure = `Some packages failed to publish:
@acme/types@1.0.0
└ pnpm: the publish request failed
`;

test('a failure is told from where changesets begins to tell it', () => {
  expect(publishFailure(`◐  Publishing packages (1/3)...\n◇  Successfully published:\n${failure}`)).toBe(
    'Some packages failed to publish:\n  @acme/types@1.0.0\n  └ pnpm: the publish request failed',
  );
});

test('steps that took long enough to be drawn as they went are no part of it', () => {
  const drawn = `${failure}◒  Creating git tags...\n◐  Creating git tags...\n◇  Created git tags.\n🦋 Exited with code 1`;
  expect(publishFailure(drawn)).toBe(publishFailure(failure));
});

test('output that names no failure is told as it is', () => {
  expect(publishFailure('Killed\n')).toBe('Killed');
});
