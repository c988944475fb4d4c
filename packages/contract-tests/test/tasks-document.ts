const task = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer' }, title: { type: 'string' } },
};
const json = (example: unknown, schema: object): object => ({ 'application/json': { schema, example } });

/** Two operations: enough for the harness to be tested on. */
export const tasksDocument: Record<string, unknown> = {
  openapi: '3.1.0',
  info: { title: 'Tasks', version: '1.0.0' },
  servers: [{ url: 'https://tracker.example/api/v2' }],
  security: [{ token: [] }],
  paths: {
    '/tasks': {
      get: {
        parameters: [{ name: 'page', in: 'query', schema: { type: 'integer' } }],
        responses: {
          200: { description: 'Tasks.', content: json([{ id: 1 }], { type: 'array', items: task }) },
          404: { description: 'None.', content: json({ message: 'no such page' }, { type: 'object' }) },
        },
      },
      post: {
        requestBody: {
          content: json(undefined, { type: 'object', properties: { title: { type: 'string' } } }),
        },
        responses: {
          201: { description: 'Created.', content: json({ id: 2, title: 'Paint' }, task) },
          202: { description: 'Later.', content: json({ id: 3 }, task) },
        },
      },
    },
  },
  components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
};
