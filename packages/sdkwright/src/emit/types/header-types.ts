import { fieldAt, listAt } from '../../model/json.ts';
import { knownValues } from '../../model/open-enums.ts';
import type { ResponseHeader, SdkModel } from '../../model/sdk-model.ts';
import { jsdoc } from '../jsdoc.ts';
import { statuses } from './statuses.ts';
import { propertyKey, stringLiteral } from '../literal.ts';

type Operation = SdkModel['operations'][number];

/** The headers that an operation's success is documented with; nothing where there are none. */
export function emitHeaders({ name, typeName, success }: Operation): string {
  if (!success.headers) return '';
  const documentation = jsdoc([
    `Headers that \`${name}\` answers with, ${statuses(success)}: those of \`.response()\` know them.`,
  ]);
  return `\n${documentation}export interface ${typeName}Headers {\n${members(success.headers, true)}}\n`;
}

/** The field of a documented error with its headers; nothing where there are none. */
export function errorHeaders(headers: readonly ResponseHeader[] | undefined): string {
  return headers ? `; readonly headers: {\n${members(headers, false)}}` : '';
}

function members(headers: readonly ResponseHeader[], isDocumented: boolean): string {
  return headers
    .map((header) => {
      const { name, required, description, deprecated } = header;
      const prose = [
        ...(description === undefined ? [] : [description]),
        ...(deprecated ? ['@deprecated'] : []),
      ];
      const mark = required ? '' : '?';
      return `${isDocumented ? jsdoc(prose) : ''}${propertyKey(name)}${mark}: ${headerType(header)};\n`;
    })
    .join('');
}

/** A header is text; what the text says is as much of its schema as a type can tell. */
function headerType({ schema }: ResponseHeader): string {
  const known = knownValues(schema);
  if (known) return [...known.map(stringLiteral), '(string & {})'].join(' | ');
  const constant = fieldAt(schema, 'const');
  const choices = constant === undefined ? listAt(schema, 'enum') : [constant];
  if (choices.length > 0 && choices.every((choice) => typeof choice !== 'object')) {
    return choices.map((choice) => stringLiteral(String(choice))).join(' | ');
  }
  const type = fieldAt(schema, 'type');
  if (type === 'integer' || type === 'number') return '`${number}`';
  return type === 'boolean' ? '`${boolean}`' : 'string';
}
