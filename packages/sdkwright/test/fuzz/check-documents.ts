import { join } from 'node:path';
import ts from 'typescript';
import { SdkwrightError } from '../../src/diagnostics/diagnostic.ts';
import { compileFeatures, generateFeature } from '../features/feature-packages.ts';
import { writeFiles } from '../temporary-folder.ts';
import type { MutatedDocument } from './mutated-documents.ts';

/** How many were generated, the others being refused with a message, and what is wrong with them. */
export interface Checked {
  readonly generated: number;
  readonly problems: readonly string[];
}

/** Generates from each document, and compiles all that came of them in one run. */
export async function checkDocuments(
  folder: string,
  documents: readonly MutatedDocument[],
): Promise<Checked> {
  const problems: string[] = [];
  const generated: string[] = [];
  for (const [index, { document, mutations }] of documents.entries()) {
    const name = `case-${index}`;
    const path = join(folder, 'documents', `${name}.json`);
    await writeFiles(folder, { [`documents/${name}.json`]: JSON.stringify(document) });
    try {
      const { files } = await generateFeature(folder, { name, document: path });
      generated.push(name);
      for (const [file, text] of files)
        problems.push(...foreignCode(file, text).map((what) => told(name, what, mutations)));
    } catch (cause) {
      // A message for the user is as good as packages; anything else is a defect.
      if (!(cause instanceof SdkwrightError)) problems.push(told(name, String(cause), mutations));
      else if (cause.diagnostics.some(({ code }) => code === 'engine-failed'))
        problems.push(told(name, cause.message, mutations));
    }
  }
  const compiled = await compileFeatures(
    folder,
    generated.map((name) => ({ name, consumer: '' })),
  );
  for (const [name, errors] of compiled) {
    const mutations = documents[Number(name.slice('case-'.length))]?.mutations ?? [];
    if (errors.length > 0) problems.push(told(name, errors.slice(0, 3).join('\n'), mutations));
  }
  return { generated: generated.length, problems };
}

function told(name: string, what: string, mutations: readonly string[]): string {
  return `${name}: ${what}\n  after ${mutations.join('\n  and   ')}`;
}

/** The statements that the emitters write; a document cannot bring one of its own. */
const own: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.VariableStatement,
  ts.SyntaxKind.ClassDeclaration,
]);

/** What stands in a file that no emitter writes: other statements, calls of what the document names, other folders. */
function foreignCode(path: string, text: string): string[] {
  if (!/^(types|client|react-query)\/[\p{L}\p{M}\p{N}_./-]+$/u.test(path) || path.includes('..'))
    return [`writes ${path}`];
  if (!path.endsWith('.ts')) return [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const found = file.statements
    .filter((statement) => !own.has(statement.kind) && statement.getText(file) !== "'use client';")
    .map((statement) => `${path} has ${statement.getText(file)}`);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(evil|lived)$/.test(node.expression.getText(file))) {
      found.push(`${path} calls ${node.getText(file)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
