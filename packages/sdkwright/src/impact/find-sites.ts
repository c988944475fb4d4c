import ts from 'typescript';
import { declaredThing, type DeclaredThing, type PackageOf } from './declared-thing.ts';
import type { Site, Use } from './site.ts';

/** The consumer's own files, and where they lead. */
export interface SearchedProgram {
  readonly program: ts.Program;
  readonly packageOf: PackageOf;
  /** The name of a file within the project; undefined for a file that is not the consumer's own. */
  readonly ownName: (fileName: string) => string | undefined;
}

/** Every place in the consumer's own code that touches the packages, in the order of files and lines. */
export function findSites(searched: SearchedProgram): Site[] {
  const own = searched.program
    .getSourceFiles()
    .flatMap((file) => {
      const name = searched.ownName(file.fileName);
      return name === undefined ? [] : [{ file, name }];
    })
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
  return own.flatMap(({ file, name }) => sitesIn(searched, file, name));
}

function sitesIn(searched: SearchedProgram, file: ts.SourceFile, name: string): Site[] {
  const { program, packageOf } = searched;
  const checker = program.getTypeChecker();
  const sites: Site[] = [];
  const lines = file.text.split('\n');
  const add = (node: ts.Node, thing: DeclaredThing | undefined, use: Use): void => {
    if (!thing) return;
    const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file));
    const text = lines[line]?.trim() ?? '';
    const { package: from, owner, path } = thing;
    sites.push({ file: name, line: line + 1, column: character + 1, text, package: from, owner, path, use });
  };
  const visit = (node: ts.Node): void => {
    // What is imported is named again where it is used.
    if (ts.isImportDeclaration(node)) return;
    if (ts.isObjectLiteralExpression(node)) addObject(node);
    if (ts.isIdentifier(node)) {
      const thing = declaredThing(checker, symbolOf(checker, node), packageOf);
      if (thing) add(node, thing, useOf(searched, node, thing));
    }
    ts.forEachChild(node, visit);
  };
  const addObject = (node: ts.ObjectLiteralExpression): void => {
    const properties = contextualProperties(checker, node);
    const things = properties.map((property) => declaredThing(checker, property, packageOf));
    const [first] = things.filter((thing) => thing !== undefined);
    if (!first) return;
    const fields = node.properties.flatMap(({ name: field }) => (field ? [fieldName(field)] : []));
    const isOpen = node.properties.some((property) => ts.isSpreadAssignment(property));
    add(node, { ...first, path: first.path.slice(0, -1), types: [] }, { kind: 'object', fields, isOpen });
  };
  visit(file);
  return sites;
}

/** The property that is meant, where the name stands for one; else what the name itself stands for. */
function symbolOf(checker: ts.TypeChecker, node: ts.Identifier): ts.Symbol | undefined {
  const { parent } = node;
  if (ts.isBindingElement(parent) && ts.isObjectBindingPattern(parent.parent)) {
    if ((parent.propertyName ?? parent.name) === node)
      return checker.getTypeAtLocation(parent.parent).getProperty(node.text);
  }
  const isField =
    (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)) && parent.name === node;
  if (isField) {
    const found = contextualProperties(checker, parent.parent).find(({ name }) => name === node.text);
    if (found) return found;
  }
  if (ts.isShorthandPropertyAssignment(parent)) return checker.getShorthandAssignmentValueSymbol(parent);
  return checker.getSymbolAtLocation(node);
}

/** The fields that an object may have where it stands, of all alternatives of its type. */
function contextualProperties(checker: ts.TypeChecker, node: ts.ObjectLiteralExpression): ts.Symbol[] {
  const type = checker.getContextualType(node);
  if (!type) return [];
  return (type.isUnion() ? type.types : [type]).flatMap((each) => checker.getPropertiesOfType(each));
}

function fieldName(name: ts.PropertyName): string {
  return ts.isComputedPropertyName(name) ? name.getText() : name.text;
}

function useOf(
  searched: SearchedProgram,
  node: ts.Identifier,
  { path, types, owner, package: from }: DeclaredThing,
): Use {
  const call = callOf(node);
  if (call) return { kind: 'call', input: inputOf(searched, argumentOf(call, from, owner)) };
  if (from !== 'types' || path.length === 0) return { kind: 'name' };
  return { kind: isWritten(node) ? 'write' : 'read', types };
}

/** The call that the name is called in, with whatever stands before it. */
function callOf(node: ts.Identifier): ts.CallExpression | undefined {
  const { parent } = node;
  const callee = ts.isPropertyAccessExpression(parent) && parent.name === node ? parent : node;
  return ts.isCallExpression(callee.parent) && callee.parent.expression === callee
    ? callee.parent
    : undefined;
}

/** Functions and option factories take the client before the input; methods and hooks do not. */
function argumentOf(
  call: ts.CallExpression,
  from: Site['package'],
  owner: string,
): ts.Expression | undefined {
  const isMethod = owner.endsWith('Api') && from === 'client';
  const isHook = owner.startsWith('use') && from === 'react-query';
  return call.arguments[isMethod || isHook ? 0 : 1];
}

/** What has a type of the packages was checked against it where it was made, and is a site there. */
function inputOf(
  { program, packageOf }: SearchedProgram,
  argument: ts.Expression | undefined,
): Extract<Use, { kind: 'call' }>['input'] {
  if (!argument) return 'none';
  const checker = program.getTypeChecker();
  const { aliasSymbol, symbol } = checker.getTypeAtLocation(argument);
  const isTyped = declaredThing(checker, aliasSymbol ?? symbol, packageOf) !== undefined;
  return isTyped || ts.isObjectLiteralExpression(argument) ? 'fields' : 'unknown';
}

function isWritten(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent))
    return parent.name === node;
  return (
    ts.isPropertyAccessExpression(parent) &&
    ts.isBinaryExpression(parent.parent) &&
    parent.parent.left === parent &&
    parent.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}
