export { schemaOf, type Shape, type TypeName } from './shape.ts';
export type {
  ShapeIssue,
  ShapeSchema,
  StandardIssue,
  StandardResult,
  StandardSchema,
} from './standard-schema.ts';
