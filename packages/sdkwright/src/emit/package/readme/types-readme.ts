import type { Operation, SdkModel } from '../../../model/sdk-model.ts';
import { fenced, groupEntry, shownOperations } from './shown-operations.ts';

/** What there is, and where. */
export function typesReadme(model: SdkModel): string[] {
  const [shown] = shownOperations(model);
  return [
    `- an interface or alias for each schema of the document;
- for each operation its \`…Input\`, \`…Result\`, \`…Response\` (the whole body) and \`…Error\`;
- for each enum its values, as an \`as const\` array;
- limits, defaults, formats and examples of the document as JSDoc tags.`,
    ...(shown ? [entries(model, shown)] : []),
  ];
}

function entries(model: SdkModel, shown: Operation): string {
  const { scope } = model.api;
  const { typeName } = shown;
  const code = `import type { ${typeName}Input, ${typeName}Result } from '${groupEntry(model, 'types', shown)}';

export type Example = (input: ${typeName}Input) => Promise<${typeName}Result>;
`;
  return `Each group has an entry of its own, so that the type checker reads only what you import; \`${scope}/types\` has all of them:\n\n${fenced('ts', code)}\n\n\`${scope}/types/openapi\` holds the document as openapi-typescript prints it, for openapi-fetch and its kind.`;
}
