import type { File } from '../emit/file.ts';
import { singleLine } from '../emit/literal.ts';
import { kebabCase, uniqueNames } from '../model/names.ts';
import type { SdkModel } from '../model/sdk-model.ts';
import { bumpsOf, highest, isAtLeast } from './bumps.ts';
import { packages, type Bump, type Change, type Package } from './change.ts';
import { changesetText, dependentText } from './changeset-text.ts';
import { whereOf } from './describe.ts';
import type { ModelDiff } from './diff-models.ts';
import { code } from './render-markdown.ts';
import { snippetsOf, type Partners } from './snippet-sides.ts';

/** Names of files that are longer than this are cut. */
const longestName = 80;

/** What the changes of one package have as their one cause. */
interface Cause {
  readonly name: Package;
  readonly key: string;
  readonly bump: Bump;
  readonly text: string;
}

/**
 * Changesets of a diff, as files below `.changeset/`: one per package and cause, with what was, what is and what to
 * do. A package that only follows another into a major has one that says so: changesets alone would give it a patch.
 * They are drafts; whoever releases may edit them.
 */
export function changesetsOf(before: SdkModel, after: SdkModel, diff: ModelDiff): File[] {
  const { scope } = after.api;
  const partners: Partners = { before, after };
  const causes = packages.flatMap((name) => [
    ...causesOf(diff, partners, name),
    ...following(diff, scope, name),
  ]);
  const names = uniqueNames(causes, ({ name, key }) => fileName(name, key));
  return causes.map(({ name, bump, text }, index) => ({
    path: `.changeset/${names[index] ?? fileName(name, String(index))}.md`,
    content: `---\n"${scope}/${name}": ${bump}\n---\n\n${text}`,
  }));
}

/**
 * The changeset of the mock, whose answers are those of the document: it goes as far up as the packages that it stands
 * in for, so that a test which installs both in one major meets the API of that major.
 */
export function mockChangesetOf({ api }: SdkModel, { bumps }: ModelDiff): File {
  const bump = highest(['patch', ...Object.values(bumps)]);
  const text = `It answers as the document of version ${singleLine(api.version)} says. What changed in the calls is told by ${code(`${api.scope}/client`)}.\n`;
  return {
    path: '.changeset/mock-answers-as-the-document.md',
    content: `---\n"${api.scope}/mock": ${bump}\n---\n\n${text}`,
  };
}

function fileName(name: Package, key: string): string {
  return kebabCase(`${name} ${key}`)
    .replaceAll(/[^a-z0-9-]/g, '')
    .slice(0, longestName)
    .replace(/-+$/, '');
}

/** Prose is one cause, however many places it changed in; anything else stands for itself. */
function causesOf({ changes }: ModelDiff, partners: Partners, name: Package): Cause[] {
  const own = changes.filter(({ bumps }) => bumps[name] !== 'none');
  const prose = own.filter(isProse);
  const told = own.filter((change) => !isProse(change));
  return [
    ...told.map((change): Cause => {
      const bump = change.bumps[name];
      const snippets = isAtLeast(bump, 'minor') ? snippetsOf(partners, change, name) : {};
      const key = `${change.kind} ${whereOf(change)}`;
      return { name, key, bump, text: changesetText(change, snippets) };
    }),
    ...(prose.length === 0 ? [] : [proseCause(prose, name)]),
  ];
}

function isProse({ kind }: Change): boolean {
  return kind === 'described' || kind === 'operation-described';
}

function proseCause(changes: readonly Change[], name: Package): Cause {
  const places = [...new Set(changes.map((change) => code(whereOf(change))))];
  const shown = places.slice(0, 10).join(', ');
  const more = places.length > 10 ? ` and ${places.length - 10} more` : '';
  const bump = highest(changes.map(({ bumps }) => bumps[name]));
  return { name, key: 'descriptions', bump, text: `Descriptions changed: ${shown}${more}.\n` };
}

/** The package goes major though none of its own changes asks for it. */
function following(diff: ModelDiff, scope: string, name: Package): Cause[] {
  const own = highest(diff.changes.map(({ bumps }) => bumps[name]));
  if (diff.bumps[name] !== 'major' || own === 'major') return [];
  const leader: Package =
    name === 'react-query' && bumpsOf(diff.changes).client === 'major' ? 'client' : 'types';
  const text = dependentText(`${scope}/${name}`, `${scope}/${leader}`);
  return [{ name, key: `follows ${leader}`, bump: 'major', text }];
}
