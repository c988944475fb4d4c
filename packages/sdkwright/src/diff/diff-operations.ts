import { isQuery } from '../model/cache-effects.ts';
import { groupFile } from '../model/operations-of.ts';
import type { Operation } from '../model/sdk-model.ts';
import { callPath } from './call-path.ts';
import { changeOf } from './catalogue.ts';
import type { Change, Subject } from './change.ts';
import type { Comparison } from './comparison.ts';
import { diffInputs } from './diff-inputs.ts';
import { diffPagination } from './diff-pagination.ts';
import { diffResponses } from './diff-responses.ts';
import { diffSecurity } from './diff-security.ts';
import { shapeOfPath } from '../model/sent-path.ts';
import { matchOperations } from './match-operations.ts';
import { isSame } from '../model/same.ts';

/** Operations that came, went or changed, in the order of the model before; new ones last. */
export function diffOperations(comparison: Comparison): Change[] {
  const { before, after } = comparison;
  const { kept, removed, added } = matchOperations(before, after);
  return [
    ...removed.map((operation) =>
      changeOf(
        'operation-removed',
        {
          operation: operation.id,
          calls: [callPath(before, operation)],
          pointers: { before: operation.pointer },
        },
        { before: requestLine(operation) },
      ),
    ),
    ...kept.flatMap(([was, is]) => diffOperation(comparison, was, is)),
    ...added.map((operation) =>
      changeOf(
        'operation-added',
        {
          operation: operation.id,
          calls: [callPath(after, operation)],
          pointers: { after: operation.pointer },
        },
        { after: requestLine(operation) },
      ),
    ),
  ];
}

function requestLine({ httpMethod, path }: Operation): string {
  return `${httpMethod} ${path}`;
}

function diffOperation(comparison: Comparison, was: Operation, is: Operation): Change[] {
  const subject: Subject = {
    operation: was.id,
    calls: [callPath(comparison.before, was)],
    pointers: { before: was.pointer, after: is.pointer },
  };
  return [
    ...diffNames(comparison, was, is, subject),
    ...diffRequestLine(was, is, subject),
    ...diffInputs(comparison, was, is, subject),
    ...diffResponses(comparison, was, is, subject),
    ...diffSecurity(comparison, was, is, subject),
    ...diffPagination(comparison, was, is, subject),
    ...diffStanding(was, is, subject),
    ...diffCacheEffects(was, is, subject),
  ];
}

function diffNames(comparison: Comparison, was: Operation, is: Operation, subject: Subject): Change[] {
  const changes: Change[] = [];
  if (was.name !== is.name || was.typeName !== is.typeName)
    changes.push(changeOf('operation-renamed', subject, { before: was.name, after: is.name }));
  else if (was.id !== is.id)
    changes.push(changeOf('operation-id-changed', subject, { before: was.id, after: is.id }));
  const calls = { before: callPath(comparison.before, was), after: callPath(comparison.after, is) };
  if (groupFile(comparison.before, was) !== groupFile(comparison.after, is) || was.group !== is.group)
    changes.push(changeOf('operation-moved', subject, calls));
  else if (was.method !== is.method) changes.push(changeOf('sdk-method-renamed', subject, calls));
  if (isQuery(was) !== isQuery(is))
    changes.push(
      changeOf('hook-kind-changed', subject, {
        before: isQuery(was) ? 'query' : 'mutation',
        after: isQuery(is) ? 'query' : 'mutation',
      }),
    );
  return changes;
}

function diffRequestLine(was: Operation, is: Operation, subject: Subject): Change[] {
  const isMoved = shapeOfPath(was.path) !== shapeOfPath(is.path);
  return [
    ...(isMoved ? [changeOf('path-changed', subject, { before: was.path, after: is.path })] : []),
    ...(was.httpMethod === is.httpMethod
      ? []
      : [changeOf('http-method-changed', subject, { before: was.httpMethod, after: is.httpMethod })]),
  ];
}

function diffStanding(was: Operation, is: Operation, subject: Subject): Change[] {
  const proseOf = ({ summary, description, experimental }: Operation): unknown => ({
    ...(summary === undefined ? {} : { summary }),
    ...(description === undefined ? {} : { description }),
    ...(experimental === undefined ? {} : { experimental }),
  });
  const prose = { before: proseOf(was), after: proseOf(is) };
  return [
    ...(was.deprecated === is.deprecated
      ? []
      : [changeOf(is.deprecated ? 'operation-deprecated' : 'operation-undeprecated', subject)]),
    ...(isSame(prose.before, prose.after) ? [] : [changeOf('operation-described', subject, prose)]),
  ];
}

function diffCacheEffects(was: Operation, is: Operation, subject: Subject): Change[] {
  // The reasons are prose, and name paths and schemas that are told by themselves.
  const effectsOf = ({ cacheEffects }: Operation): string[] =>
    cacheEffects.map(({ query, kind, match }) => [kind, query, ...match].join(' '));
  const effects = { before: effectsOf(was), after: effectsOf(is) };
  return isSame(effects.before, effects.after) ? [] : [changeOf('cache-effects-changed', subject, effects)];
}
