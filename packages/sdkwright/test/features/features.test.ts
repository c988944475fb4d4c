import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { loopbackServer } from '../loopback-server.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { plainResult, requestText, sendText } from './exchange.ts';
import {
  compileFeatures,
  generateFeature,
  readFeatures,
  type Feature,
  type Generated,
} from './feature-packages.ts';

test(
  'each feature gives packages that compile and call as its document expects, with its warnings and texts',
  {
    timeout: 120_000,
  },
  async () => {
    const folder = await temporaryFolder();
    const features = await readFeatures();
    const generated = new Map<string, Generated>();
    for (const feature of features) generated.set(feature.name, await generateFeature(folder, feature));
    const problems = await compileFeatures(folder, features);
    for (const feature of features) {
      const { name, warnings, emits } = feature;
      expect.soft(problems.get(name), `${name} compiles`).toEqual([]);
      const { warnings: told, files } = generated.get(name) ?? {
        warnings: [],
        files: new Map<string, string>(),
      };
      expect.soft(told, `${name} warns`).toEqual(warnings);
      for (const [path, text] of Object.entries(emits)) {
        expect.soft(files.get(path), `${name}: ${path}`).toContain(text);
      }
      if (feature.exchanges.length > 0) await expectExchanges(folder, feature);
    }
  },
);

interface ExchangesModule {
  readonly callsTo: (baseUrl: string) => readonly (() => Promise<unknown>)[];
}

/** Makes the calls of a feature against a server, and compares both sides with what its document says. */
async function expectExchanges(folder: string, { name, exchanges }: Feature): Promise<void> {
  const path = pathToFileURL(join(folder, name, 'exchanges.ts')).href;
  const module: ExchangesModule = await import(/* @vite-ignore */ path);
  let sent: string[] = [];
  let answers: string[] = [];
  const url = await loopbackServer((request, response) => {
    void requestText(request).then((text) => {
      sent.push(text);
      sendText(response, answers.shift() ?? '500');
    });
  });
  const calls = module.callsTo(url);
  for (const [index, { call, sends, answers: given, gives = null }] of exchanges.entries()) {
    [sent, answers] = [[], [...given]];
    const result = await calls[index]?.().catch((cause: unknown) => ({ threw: String(cause) }));
    expect.soft(sent, `${name} sends ${call}`).toEqual(sends.map((text) => text.trimEnd()));
    expect.soft(await plainResult(result), `${name} gives ${call}`).toEqual(gives);
  }
}
