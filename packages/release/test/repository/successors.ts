import { readFile } from 'node:fs/promises';

const specification = new URL('../../../../spec/openapi.yaml', import.meta.url);

const email = `        - name: email
          in: query
          description: Only the viewer with this e-mail address.
          schema: { type: string, format: email }
          example: viewer@example.com
`;

const workspaceInBody = `        - { $ref: "#/components/parameters/ViewerId" }
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: "#/components/schemas/WorkspaceReference" }
            examples:
              required: { value: { workspace_id: 1 } }
              all: { value: { workspace_id: 1 } }
      responses:
        "200":
          description: The viewer is archived.
`;

const workspaceInQuery = `        - { $ref: "#/components/parameters/ViewerId" }
        - { $ref: "#/components/parameters/WorkspaceId" }
      responses:
        "200":
          description: The viewer is archived.
`;

export type SuccessorName =
  | 'additive'
  | 'breaking'
  | 'renaming'
  | 'misnaming'
  | 'moving'
  | 'documenting'
  | 'hostile';

/** Words that would be code, a comment's end, HTML, a changeset's head or a path, were they not only words. */
const hostile = `${email}        - name: "archived */ globalThis.taken = 1; /* \\n---\\n\\"@webwork-sdk/client\\": major\\n---"
          in: query
          description: "*/ globalThis.taken = 1; /* \${globalThis.taken} <script>taken()</script> {{ taken }}"
          schema: { type: string, enum: ["../../../../taken", "__proto__", "'; taken(); '"] }
          example: __proto__
`;

/** The text that an edit takes away, which is there once, and what it puts there. */
type Edit = readonly [was: string, is: string];

/** What may come after the document of the repository. */
const edits: Readonly<Record<SuccessorName, Edit>> = {
  additive: [
    email,
    `${email}        - name: archived\n          in: query\n          schema: { type: boolean }\n          example: true\n`,
  ],
  breaking: [email, email.replace('type: string, format: email', 'type: integer').replace(/viewer@.*/, '7')],
  renaming: ['operationId: getExpenseCategories\n', 'operationId: findExpenseCategories\n'],
  // The overlay names this one.
  misnaming: ['operationId: getProjectViewers\n', 'operationId: findProjectViewers\n'],
  moving: [workspaceInBody, workspaceInQuery],
  hostile: [email, hostile],
  documenting: ['      summary: List project viewers\n', '      summary: All project viewers\n'],
};

/** The present document with one of the edits. */
export async function successor(name: SuccessorName): Promise<string> {
  const text = await readFile(specification, 'utf8');
  const [was, is] = edits[name];
  const parts = text.split(was);
  if (parts.length !== 2) throw new Error(`${name}: its place is there ${parts.length - 1} times`);
  return parts.join(is);
}
