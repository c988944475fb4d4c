import ts from 'typescript';

const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed });
const printerFile = ts.createSourceFile('generated.ts', '', ts.ScriptTarget.ESNext);

/** The source text of a syntax tree, comments included, not yet formatted. */
export function print(node: ts.Node): string {
  return printer.printNode(ts.EmitHint.Unspecified, node, printerFile);
}
