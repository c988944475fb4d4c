import { objectKey, jsonLiteral } from '../emit/literal.ts';
import { formOf, type Alternative, type Form, type FormField, type Located } from '../model/schema-form.ts';
import { sampleSchema } from '../model/sample.ts';
import type { SdkModel } from '../model/sdk-model.ts';
import { nameOfRest } from './subject.ts';

/** A field that is to be written though it may be left out, and what stands there. */
export interface Focus {
  readonly path: readonly string[];
  /** A literal; missing: any value that the schema allows. */
  readonly literal?: string;
  /** Of several types the one to write there. */
  readonly type?: Alternative['kind'];
}

/** Deeper than this a schema that holds itself is cut. */
const maxDepth = 12;

const nowhere: Focus = { path: [] };

/** The shortest value that a schema allows, as people write it, and the focus in it. */
export function sampleLiteral(model: SdkModel, place: Located, focus: Focus = nowhere, depth = 0): string {
  if (focus.literal !== undefined && focus.path.length === 0) return focus.literal;
  const form = formOf(model, place);
  const alternative = focusedAlternative(form, focus);
  if (depth > maxDepth || !alternative) return 'null';
  if (alternative.kind === 'array') {
    const item = sampleLiteral(model, alternative.items, below(focus, '[]'), depth + 1);
    return `[${item}]`;
  }
  if (alternative.kind === 'object') return objectLiteral(model, alternative, focus, depth);
  if (alternative.kind === 'blob') return "new Blob(['text'])";
  if ('values' in alternative && alternative.values) return jsonLiteral(alternative.values[0]);
  return alternative.kind === 'unknown' ? '{}' : primitiveLiteral(model, alternative);
}

/** Of several types the first that the focus leads into. */
function focusedAlternative({ alternatives }: Form, { path: [step], type }: Focus): Alternative | undefined {
  if (step === undefined) return alternatives.find(({ kind }) => kind === type) ?? alternatives[0];
  const isOnTheWay = (alternative: Alternative): boolean =>
    (alternative.kind === 'array' && step === '[]') ||
    (alternative.kind === 'object' && (step === nameOfRest || alternative.fields.has(step)));
  return alternatives.find(isOnTheWay) ?? alternatives[0];
}

function objectLiteral(
  model: SdkModel,
  { fields, rest }: Extract<Alternative, { kind: 'object' }>,
  focus: Focus,
  depth: number,
): string {
  const [step] = focus.path;
  const isWritten = ([name, field]: [string, FormField]): boolean => field.required || name === step;
  const written = [...fields].filter(isWritten).map(([name, field]): [string, Located] => [name, field]);
  const all = step === nameOfRest && rest ? [...written, ['anyName', rest] as const] : written;
  const members = all.map(([name, field]) => {
    const own = below(focus, name === 'anyName' && step === nameOfRest ? nameOfRest : name);
    return `${objectKey(name)}: ${sampleLiteral(model, field, own, depth + 1)}`;
  });
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** The rest of the focus for what is one step down; nothing where it leads elsewhere. */
function below(focus: Focus, step: string): Focus {
  return focus.path[0] === step ? { ...focus, path: focus.path.slice(1) } : nowhere;
}

/** The document's own example where it is of the type, for it says most. */
function primitiveLiteral({ document }: SdkModel, { kind, place }: Alternative): string {
  const sample = sampleSchema(document, place.schema);
  if (typeof sample === kind) return jsonLiteral(sample);
  if (kind === 'string') return "'text'";
  if (kind === 'bigint') return '1n';
  return kind === 'number' ? '1' : 'true';
}
