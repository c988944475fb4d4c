import ts from 'typescript';
import { packages, type Package } from '../diff/change.ts';

/** What a declaration of one of the packages declares. */
export interface DeclaredThing {
  readonly package: Package;
  readonly owner: string;
  readonly path: readonly string[];
  /** The types that the declaration itself names: `Status` for `status?: Status`. */
  readonly types: readonly string[];
}

/** Which of the packages a file belongs to; undefined for all other files. */
export type PackageOf = (fileName: string) => Package | undefined;

/** `@acme/client` gives `client`. */
export function packageNamed(name: string | undefined, scope: string): Package | undefined {
  return packages.find((each) => name === `${scope}/${each}`);
}

/** The first declaration of a symbol that stands in one of the packages, as what is exported and a way down from it. */
export function declaredThing(
  checker: ts.TypeChecker,
  symbol: ts.Symbol | undefined,
  packageOf: PackageOf,
): DeclaredThing | undefined {
  if (!symbol) return undefined;
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  for (const declaration of target.declarations ?? []) {
    const name = packageOf(declaration.getSourceFile().fileName);
    const thing = name && thingOf(declaration);
    if (thing) return { package: name, ...thing };
  }
  return undefined;
}

function thingOf(declaration: ts.Declaration): Omit<DeclaredThing, 'package'> | undefined {
  const path: string[] = [];
  const types = typesNamedIn(declaration);
  for (let node: ts.Node | undefined = declaration; node; node = node.parent) {
    if (isMember(node)) path.unshift(nameText(node.name));
    if (isOwner(node) && node.name && ts.isIdentifier(node.name))
      return { owner: node.name.text, path, types };
  }
  return undefined;
}

type Owner =
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration
  | ts.ClassDeclaration
  | ts.VariableDeclaration
  | ts.FunctionDeclaration;

function isOwner(node: ts.Node): node is Owner {
  return (
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isFunctionDeclaration(node)
  );
}

type Member = ts.PropertySignature | ts.PropertyDeclaration | ts.MethodSignature | ts.MethodDeclaration;

function isMember(node: ts.Node): node is Member {
  return (
    ts.isPropertySignature(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isMethodSignature(node) ||
    ts.isMethodDeclaration(node)
  );
}

function nameText(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)
    ? name.text
    : name.getText();
}

/** Not those of the fields below: they are declarations of their own. */
function typesNamedIn(declaration: ts.Declaration): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) found.push(node.typeName.text);
    if (!ts.isTypeLiteralNode(node)) ts.forEachChild(node, visit);
  };
  if (ts.isPropertySignature(declaration) && declaration.type) visit(declaration.type);
  return [...new Set(found)];
}
