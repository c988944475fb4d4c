import type { OpenApiDocument } from '../src/index.ts';

/** A document of two paths with one of everything that the mock has to handle. */
export const tasksDocument: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Tasks', version: '1.0.0' },
  servers: [{ url: 'https://tracker.example/api/v2' }],
  security: [{ token: [] }],
  paths: {
    '/tasks': {
      get: {
        operationId: 'getTasks',
        parameters: [
          { name: 'workspace_id', in: 'query', required: true, example: 7, schema: { type: 'integer' } },
          { name: 'page', in: 'query', schema: { type: 'integer' } },
        ],
        responses: {
          200: {
            description: 'The tasks.',
            content: {
              'application/json': {
                schema: { type: 'array', items: { $ref: '#/components/schemas/Task' } },
                examples: {
                  two: {
                    value: [
                      { id: 1, title: 'Paint' },
                      { id: 2, title: 'Dry' },
                    ],
                  },
                  none: { value: [] },
                },
              },
            },
          },
          429: {
            description: 'Too many requests.',
            content: {
              'application/json': { schema: { type: 'object' }, example: { message: 'slow down' } },
            },
          },
        },
      },
      post: {
        operationId: 'createTask',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['title'],
                properties: { title: { type: 'string' }, size: { enum: ['малий', 'великий'] } },
                patternProperties: { '^n\\d+$': { type: 'integer' } },
              },
            },
          },
        },
        responses: {
          201: {
            description: 'The new task.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Task' },
                example: { id: 3, title: 'Varnish' },
              },
            },
          },
          422: {
            description: 'A bad body.',
            content: {
              'application/json': { schema: { type: 'object' }, example: { message: 'check the body' } },
            },
          },
        },
      },
    },
    '/tasks/{task}': {
      parameters: [{ name: 'task', in: 'path', required: true, schema: { type: 'integer' } }],
      delete: { operationId: 'deleteTask', responses: { 204: { description: 'Gone.' } } },
    },
  },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    schemas: {
      Task: {
        type: 'object',
        required: ['id', 'title'],
        properties: { id: { type: 'integer' }, title: { type: 'string' } },
      },
    },
  },
};
