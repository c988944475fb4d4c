import { packages, type Package } from '../../src/diff/change.ts';
import { isAnnounced, typeNameAround, type ConsumerError } from '../../src/diff/compiler-verdict.ts';
import { diffModels } from '../../src/diff/diff-models.ts';
import { emitConsumer } from '../../src/emit/consumer/emit-consumer.ts';
import type { SdkModel } from '../../src/model/sdk-model.ts';
import type { Verdict } from './judge.ts';

/** How a diff and the compiler agree on two versions of a document. */
export interface Agreement {
  readonly changes: number;
  readonly errors: number;
  /** Errors in an operation of which no change says that it stops compiling. */
  readonly unannounced: readonly ConsumerError[];
  /** Packages whose consumers compile, though a change says that they do not. */
  readonly unproven: readonly Package[];
}

export function agreementOf(before: SdkModel, after: SdkModel, verdict: Verdict): Agreement {
  const { changes } = diffModels(before, after);
  const errors = errorsOf(before, verdict);
  const unproven = packages.filter(
    (name) => verdict[name].length === 0 && changes.some(({ compile }) => compile.includes(name)),
  );
  return {
    changes: changes.length,
    errors: errors.length,
    unannounced: errors.filter((error) => !isAnnounced(before, changes, error)),
    unproven,
  };
}

function errorsOf(before: SdkModel, verdict: Verdict): ConsumerError[] {
  const programs = new Map(
    emitConsumer(before).map(({ path, content }) => [path.replace('consumer/src/generated/', ''), content]),
  );
  return packages.flatMap((name) =>
    verdict[name].map((text) => {
      const [, path = '', line] = /^(\S+?):(\d+) /.exec(text) ?? [];
      const typeName = typeNameAround(programs.get(path) ?? '', Number(line));
      return { package: name, text, ...(typeName !== undefined && { typeName }) };
    }),
  );
}
