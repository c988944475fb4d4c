import { isObject, objectAt, stringAt } from '../../model/json.ts';
import { pointerSegments } from '../../model/pointer.ts';
import { operationsOf } from '../../model/operations-of.ts';
import type { Group, Operation, SdkModel } from '../../model/sdk-model.ts';
import { generatedMark, type File } from '../file.ts';
import { singleLine } from '../literal.ts';

interface Evidence {
  readonly pointer: string;
  /** The facet that is weaker than the whole, such as `format`; absent where the whole is meant. */
  readonly facet?: string;
  readonly level: string;
  readonly note?: string;
}

/** The levels from sure to guessed, as the document's `x-evidence` names them. */
const levels = ['seed', 'official', 'official-unversioned', 'third-party', 'inferred'] as const;

const meanings: Readonly<Record<string, string>> = {
  seed: 'in the page of the vendor this work began with',
  official: "in the vendor's documentation of this edition",
  'official-unversioned': "only in the vendor's documentation of a later edition",
  'third-party': "only in somebody else's description",
  inferred: 'seen nowhere; concluded from its siblings',
};

/** `PROVENANCE.md`: for each operation how sure its facts are, and which of its parts are weaker than the rest. */
export function emitProvenance(model: SdkModel): File[] {
  const lines = [
    `<!-- ${generatedMark} from the x-evidence fields of the document. Do not edit: change those, then run \`pnpm generate\`. -->`,
    '',
    '# Where each fact comes from',
    '',
    `Every operation of ${singleLine(model.api.title)} says how its facts are known. What is \`inferred\` reaches consumers as \`@experimental\`.`,
    '',
    ...summary(model),
    ...model.groups.flatMap((group) => groupSection(model, group)),
    ...sharedSection(model),
  ];
  return [{ path: 'provenance/PROVENANCE.md', content: `${lines.join('\n').trimEnd()}\n` }];
}

function summary(model: SdkModel): string[] {
  const rows = levels.map((level) => {
    const count = model.operations.filter((operation) => operation.evidence === level).length;
    return `| ${level} | ${meanings[level]} | ${count} |`;
  });
  return ['| level | meaning | operations |', '| --- | --- | ---: |', ...rows, ''];
}

function groupSection(model: SdkModel, group: Group): string[] {
  const operations = operationsOf(model, group);
  return [
    `## ${group.title}`,
    '',
    '| operation | request | evidence | what is weak |',
    '| --- | --- | --- | --- |',
    ...operations.map((operation) => operationRow(model, operation)),
    '',
  ];
}

function operationRow(model: SdkModel, operation: Operation): string {
  const segments = pointerSegments(operation.pointer) ?? [];
  const parts = evidenceBelow(model, operation.pointer).filter((part) => !isPlainLevel(part, operation));
  const weak = parts.map((part) => describePart(part, segments.length)).join('<br>');
  return `| ${operation.id} | \`${operation.httpMethod} ${operation.path}\` | ${operation.evidence ?? ''} | ${weak} |`;
}

/** The level of the whole operation stands in a column of its own, unless a note comes with it. */
function isPlainLevel(part: Evidence, operation: Operation): boolean {
  return part.pointer === operation.pointer && part.facet === undefined && part.note === undefined;
}

/** What several operations share: components whose parts are marked. */
function sharedSection(model: SdkModel): string[] {
  const parts = evidenceBelow(model, '#/components');
  if (parts.length === 0) return [];
  return [
    '## Shared parts',
    '',
    '| part | evidence | why |',
    '| --- | --- | --- |',
    ...parts.map((part) => `| ${subject(part, 1)} | ${part.level} | ${cell(part.note ?? '')} |`),
  ];
}

function describePart(part: Evidence, depth: number): string {
  const note = part.note === undefined ? '' : `: ${cell(part.note)}`;
  return `${subject(part, depth)} (${part.level})${note}`;
}

function subject(part: Evidence, skip: number): string {
  const words = [place(part.pointer, skip), part.facet].filter((word) => word !== undefined && word !== '');
  return words.length === 0 ? 'all of it' : words.join(' ');
}

/** The readable tail of a pointer: media types and schema keywords say nothing to a reader. */
function place(pointer: string, skip: number): string {
  const noise = new Set(['content', 'application/json', 'schema', 'properties']);
  const segments = (pointerSegments(pointer) ?? []).slice(skip).filter((segment) => !noise.has(segment));
  return segments.length === 0 ? '' : `\`${segments.join('.')}\``;
}

function evidenceBelow(model: SdkModel, pointer: string): Evidence[] {
  const start = (pointerSegments(pointer) ?? []).reduce<unknown>(
    (value, key) => (isObject(value) ? value[key] : undefined),
    model.document,
  );
  return collect(start, pointer);
}

function collect(value: unknown, pointer: string): Evidence[] {
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => collect(item, `${pointer}/${nameOf(item) ?? index}`));
  if (!isObject(value)) return [];
  const level = stringAt(value, 'x-evidence');
  const note = stringAt(value, 'x-evidence-note');
  const reason = note === undefined ? {} : { note };
  const facets = Object.entries(objectAt(value, 'x-evidence-of')).map(([facet, grade]) => ({
    pointer,
    facet,
    level: String(grade),
    ...reason,
  }));
  // A note beside facets is theirs.
  const own = level === undefined ? [] : [{ pointer, level, ...(facets.length === 0 ? reason : {}) }];
  const below = Object.entries(value).flatMap(([key, child]) =>
    collect(child, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
  return [...own, ...facets, ...below];
}

function nameOf(item: unknown): string | undefined {
  return stringAt(item, 'name');
}

function cell(text: string): string {
  return singleLine(text).replaceAll('|', '\\|');
}
