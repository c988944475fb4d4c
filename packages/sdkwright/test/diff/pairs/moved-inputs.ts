import type { JsonObject } from '../../../src/model/json.ts';
import { openapi } from '../../documents.ts';
import { body, createTask, getTasks, integer, object, parameter, sending, tasks, text } from './documents.ts';
import type { Pair } from './pair.ts';

const done = { 204: { description: 'Done' } };

/** `PATCH /tasks`, which may take `value` anywhere but in the path. */
function carrying(place: string, name = 'value!'): JsonObject {
  const required = name.endsWith('!');
  return tasks({
    patch: {
      operationId: 'saveTask',
      tags: ['Tasks'],
      responses: done,
      parameters: place === 'body' ? [] : [parameter(place, name)],
      ...(place === 'body' ? body(object({ [name]: integer }), { required }) : {}),
    },
  });
}

const places = ['query', 'header', 'cookie', 'body'];

/** Every way from one part of the request to another: callers never notice. */
const moves: readonly Pair[] = places.flatMap((from) =>
  places
    .filter((to) => to !== from)
    .map((to) => ({
      name: `a field moves from ${from} to ${to}`,
      before: carrying(from),
      after: carrying(to),
      changes: ['input-moved acme.tasks.save value'],
      bumps: 'patch patch none',
      compile: '',
    })),
);

function at(path: string, ...parameters: readonly JsonObject[]): JsonObject {
  return openapi({ paths: { [path]: getTasks({ parameters }) } });
}

/** A nested input: `id` stands in two places. */
function nested(...more: readonly JsonObject[]): JsonObject {
  return openapi({
    paths: {
      '/tasks/{id}': getTasks({ parameters: [parameter('path', 'id'), parameter('query', 'id'), ...more] }),
    },
  });
}

export const movedInputPairs: readonly Pair[] = [
  ...moves,
  {
    name: 'a field moves from the path to the query',
    before: at('/tasks/{id}', parameter('path', 'id')),
    after: at('/tasks', parameter('query', 'id!')),
    changes: ['path-changed acme.tasks.list', 'input-moved acme.tasks.list id'],
    bumps: 'patch',
    compile: '',
  },
  {
    name: 'a field moves from the query to the path',
    before: at('/tasks', parameter('query', 'id!')),
    after: at('/tasks/{id}', parameter('path', 'id')),
    changes: ['path-changed acme.tasks.list', 'input-moved acme.tasks.list id'],
    bumps: 'patch',
    compile: '',
  },
  {
    name: 'a field moves and becomes required',
    before: carrying('query', 'value'),
    after: carrying('header', 'value!'),
    changes: ['input-moved acme.tasks.save value', 'input-required acme.tasks.save value'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a field moves and has another type',
    before: carrying('query'),
    after: tasks({
      patch: {
        operationId: 'saveTask',
        tags: ['Tasks'],
        responses: done,
        ...body(object({ 'value!': text })),
      },
    }),
    changes: ['input-moved acme.tasks.save value', 'request-type-changed acme.tasks.save value'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a path parameter has another name',
    before: at('/tasks/{id}', parameter('path', 'id')),
    after: at('/tasks/{taskId}', parameter('path', 'taskId')),
    changes: ['path-parameter-renamed acme.tasks.list id'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'of two path parameters the second has another name and type',
    before: at('/tasks/{id}/{step}', parameter('path', 'id'), parameter('path', 'step')),
    after: at('/tasks/{id}/{stage}', parameter('path', 'id'), parameter('path', 'stage', text)),
    changes: ['path-parameter-renamed acme.tasks.list step', 'request-type-changed acme.tasks.list step'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'the parameters of a path are declared in another order',
    before: at('/tasks/{id}/{step}', parameter('path', 'id'), parameter('path', 'step')),
    after: at('/tasks/{id}/{step}', parameter('path', 'step'), parameter('path', 'id')),
    changes: ['document-changed every call'],
    bumps: 'patch none none',
    compile: '',
  },
  {
    name: 'a name clashes now: the input nests',
    before: at('/tasks/{id}', parameter('path', 'id')),
    after: nested(),
    changes: ['input-layout-changed acme.tasks.list'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'no name clashes any more: the input is flat',
    before: nested(),
    after: at('/tasks/{id}', parameter('path', 'id'), parameter('query', 'other')),
    changes: ['input-layout-changed acme.tasks.list'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a body is a list now: the input nests',
    before: sending(object({ 'title!': text })),
    after: sending({ type: 'array', items: object({ 'title!': text }) }),
    changes: ['input-layout-changed acme.tasks.create'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'an optional parameter of a nested input is new',
    before: nested(),
    after: nested(parameter('query', 'page')),
    changes: ['input-added acme.tasks.list query.page'],
    bumps: 'minor',
    compile: '',
  },
  {
    name: 'a parameter of a nested input is gone',
    before: nested(parameter('query', 'page')),
    after: nested(),
    changes: ['input-removed acme.tasks.list query.page'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a parameter of a nested input moves',
    before: nested(parameter('query', 'page')),
    after: nested(parameter('header', 'page')),
    changes: ['nested-input-moved acme.tasks.list query.page'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a parameter of a nested input becomes required',
    before: nested(parameter('query', 'page')),
    after: nested(parameter('query', 'page!')),
    changes: ['input-required acme.tasks.list query.page'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'an operation without inputs gets a nested one',
    before: at('/tasks'),
    after: tasks(getTasks({ parameters: [parameter('query', 'id'), parameter('header', 'id')] })),
    changes: ['input-added acme.tasks.list query.id', 'input-added acme.tasks.list header.id'],
    bumps: 'minor',
    compile: '',
  },
  {
    name: 'a whole body becomes optional',
    before: sending({ type: 'array', items: integer }),
    after: tasks(createTask(body({ type: 'array', items: integer }, { required: false }))),
    changes: ['input-optional acme.tasks.create body'],
    bumps: 'minor',
    compile: '',
  },
  {
    name: 'a whole body becomes required',
    before: tasks(createTask(body({ type: 'array', items: integer }, { required: false }))),
    after: sending({ type: 'array', items: integer }),
    changes: ['input-required acme.tasks.create body'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'an operation gets its first body',
    before: tasks(createTask()),
    after: sending(object({ note: text })),
    changes: ['input-added acme.tasks.create note'],
    bumps: 'minor',
    compile: '',
  },
];
