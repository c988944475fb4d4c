import type { SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';

/** A module of the consumer, with the functions that stand for what a real program does with values. */
export function consumerModule(model: SdkModel, path: string, body: string): File {
  const up = '../'.repeat(path.split('/').length - 1);
  const head = [
    `import { check, given, missed, read } from '${up}values.ts';\n`,
    `import type * as Expected from '${up}expected/index.ts';\n`,
  ];
  const used = head.map((line) => {
    const names = ['check', 'given', 'missed', 'read'].filter((name) =>
      new RegExp(`\\b${name}[<(]`).test(body),
    );
    if (line.includes('Expected')) return body.includes('Expected.') ? line : '';
    return names.length === 0 ? '' : line.replace(/\{ .* \}/, `{ ${names.join(', ')} }`);
  });
  return generatedModule(model, 'consumer', path, used.join('') + body);
}
