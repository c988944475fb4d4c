import type { JsonObject } from '../../../src/model/json.ts';
import { json, openapi } from '../../documents.ts';
import {
  body,
  createTask,
  getTasks,
  giving,
  integer,
  object,
  ref,
  sending,
  tasks,
  text,
} from './documents.ts';
import type { Pair } from './pair.ts';

const task = object({ 'id!': integer, title: text });
const state = { type: 'string', enum: ['open', 'done'] } as const;
const moreStates = { type: 'string', enum: ['open', 'done', 'late'] } as const;

/** Schemas that no operation speaks of. */
function alone(schemas: JsonObject): JsonObject {
  return tasks(getTasks(), { components: { schemas } });
}

/** `Task` in answers, and in the body of `acme.tasks.create`, one level down. */
function bothWays(schemas: JsonObject): JsonObject {
  return tasks(
    {
      ...getTasks({ responses: { 200: json(ref('Task')) } }),
      ...createTask(body(object({ 'task!': ref('Task') }))),
    },
    { components: { schemas } },
  );
}

/** A schema that holds itself. */
const tree = (fields: JsonObject): JsonObject =>
  object({ 'id!': integer, children: { type: 'array', items: ref('Tree') }, parent: ref('Tree'), ...fields });

export const schemaPairs: readonly Pair[] = [
  {
    name: 'a schema is new',
    before: alone({}),
    after: alone({ Task: task }),
    changes: ['schema-added Task'],
    bumps: 'minor none none',
    compile: '',
  },
  {
    name: 'a schema that nothing speaks of is gone',
    before: alone({ Task: task }),
    after: alone({}),
    changes: ['schema-removed Task'],
    bumps: 'major',
    compile: 'types',
  },
  {
    name: 'an answer is written out where it was a schema',
    before: giving(ref('Task'), { Task: task }),
    after: giving(task),
    changes: ['schema-removed Task'],
    bumps: 'major',
    compile: 'types',
  },
  {
    name: 'an answer becomes a schema of its own',
    before: giving(task),
    after: giving(ref('Task'), { Task: task }),
    changes: ['schema-added Task'],
    bumps: 'minor none none',
    compile: '',
  },
  {
    name: 'a schema has another name',
    before: giving(ref('Task'), { Task: task }),
    after: giving(ref('Job'), { Job: task }),
    changes: ['schema-renamed Task'],
    bumps: 'major',
    compile: 'types',
  },
  {
    name: 'a schema that holds itself has another name',
    before: giving(ref('Tree'), { Tree: tree({}) }),
    after: giving(ref('Node'), {
      Node: JSON.parse(JSON.stringify(tree({})).replaceAll('schemas/Tree', 'schemas/Node')),
    }),
    changes: ['schema-renamed Tree'],
    bumps: 'major',
    compile: 'types',
  },
  {
    name: 'a schema has another name and one field less: it is another schema',
    before: giving(ref('Task'), { Task: task }),
    after: giving(ref('Job'), { Job: object({ 'id!': integer }) }),
    changes: ['response-field-removed acme.tasks.list title', 'schema-removed Task', 'schema-added Job'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a schema is spelled in another way that gives the same name',
    before: giving(ref('new_task'), { new_task: task }),
    after: giving(ref('NewTask'), { NewTask: task }),
    changes: ['document-changed every call'],
    bumps: 'patch none none',
    compile: '',
  },
  {
    name: 'a field of a schema that nothing speaks of is gone',
    before: alone({ Task: task }),
    after: alone({ Task: object({ 'id!': integer }) }),
    changes: ['response-field-removed Task.title'],
    bumps: 'major',
    compile: 'types',
  },
  {
    name: 'a field of a schema that nothing speaks of is new',
    before: alone({ Task: object({ 'id!': integer }) }),
    after: alone({ Task: task }),
    changes: ['response-field-added Task.title'],
    bumps: 'minor none none',
    compile: '',
  },
  {
    name: 'a field of an answer is gone, told once at its schema',
    before: giving({ type: 'array', items: ref('Task') }, { Task: task }),
    after: giving({ type: 'array', items: ref('Task') }, { Task: object({ 'id!': integer }) }),
    changes: ['response-field-removed Task.title'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a field of a schema for requests is gone',
    before: sending(object({ 'task!': ref('Task') }), { Task: task }),
    after: sending(object({ 'task!': ref('Task') }), { Task: object({ 'id!': integer }) }),
    changes: ['input-removed Task.title'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a field of a schema for requests may be missing',
    before: sending(object({ 'task!': ref('Task') }), { Task: task }),
    after: sending(object({ 'task!': ref('Task') }), { Task: object({ id: integer, title: text }) }),
    changes: ['input-optional Task.id'],
    bumps: 'minor',
    compile: '',
  },
  {
    name: 'a body that is a schema gets a field: callers and importers see it',
    before: sending(ref('Task'), { Task: object({ 'id!': integer }) }),
    after: sending(ref('Task'), { Task: task }),
    changes: ['input-added acme.tasks.create title', 'input-added Task.title'],
    bumps: 'minor',
    compile: '',
  },
  {
    name: 'a body that is a schema loses a field',
    before: sending(ref('Task'), { Task: task }),
    after: sending(ref('Task'), { Task: object({ 'id!': integer }) }),
    changes: ['input-removed acme.tasks.create title', 'input-removed Task.title'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a schema that goes both ways has an optional field more',
    before: bothWays({ Task: object({ 'id!': integer }) }),
    after: bothWays({ Task: task }),
    changes: ['input-added Task.title', 'response-field-added Task.title'],
    bumps: 'minor',
    compile: '',
  },
  {
    name: 'a schema that goes both ways has a required field more: only writers break',
    before: bothWays({ Task: object({ 'id!': integer }) }),
    after: bothWays({ Task: object({ 'id!': integer, 'title!': text }) }),
    changes: ['required-input-added Task.title', 'response-field-added Task.title'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a field of a schema that goes both ways may be missing: only readers break',
    before: bothWays({ Task: object({ 'id!': integer }) }),
    after: bothWays({ Task: object({ id: integer }) }),
    changes: ['input-optional Task.id', 'response-field-optional Task.id'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'an enum that goes both ways has a value more',
    before: bothWays({ Task: object({ 'state!': state }) }),
    after: bothWays({ Task: object({ 'state!': moreStates }) }),
    changes: ['request-enum-member-added Task.state', 'response-enum-member-added Task.state'],
    bumps: 'minor',
    compile: 'all',
  },
  {
    name: 'the prose of a schema that goes both ways is told once',
    before: bothWays({ Task: task }),
    after: bothWays({ Task: { ...task, description: 'What is to be done.' } }),
    changes: ['described Task'],
    bumps: 'patch none none',
    compile: '',
  },
  {
    name: 'a schema is deprecated',
    before: giving(ref('Task'), { Task: task }),
    after: giving(ref('Task'), { Task: { ...task, deprecated: true } }),
    changes: ['field-deprecated Task'],
    bumps: 'minor none none',
    compile: '',
  },
  {
    name: 'a schema that is an enum has a value more',
    before: giving(ref('State'), { State: state }),
    after: giving(ref('State'), { State: moreStates }),
    changes: ['response-enum-member-added State'],
    bumps: 'minor',
    compile: 'all',
  },
  {
    name: 'a schema that is an enum for requests has a value more',
    before: sending(object({ 'state!': ref('State') }), { State: state }),
    after: sending(object({ 'state!': ref('State') }), { State: moreStates }),
    changes: ['request-enum-member-added State'],
    bumps: 'minor',
    compile: '',
  },
  {
    name: 'a schema that is an enum has another name, and so has its constant',
    before: giving(ref('State'), { State: state }),
    after: giving(ref('Progress'), { Progress: state }),
    changes: ['schema-renamed State', 'enum-constant-removed State', 'enum-constant-added Progress'],
    bumps: 'major',
    compile: 'types',
  },
  {
    name: 'the enum of a field becomes a schema of its own: its constant has another name',
    before: giving(ref('Task'), { Task: object({ state }) }),
    after: giving(ref('Task'), { Task: object({ state: ref('State') }), State: state }),
    changes: ['schema-added State', 'enum-constant-removed Task.state'],
    bumps: 'major',
    compile: 'types',
  },
  {
    name: 'a field of a schema is closed to an enum',
    before: giving(ref('Task'), { Task: object({ state: text }) }),
    after: giving(ref('Task'), { Task: object({ state }) }),
    changes: ['response-enum-closed Task.state', 'enum-constant-added Task.state'],
    bumps: 'minor',
    compile: '',
  },
  {
    name: 'a schema that holds itself has a field less',
    before: giving(ref('Tree'), { Tree: tree({ note: text }) }),
    after: giving(ref('Tree'), { Tree: tree({}) }),
    changes: ['response-field-removed Tree.note'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'two schemas that hold each other: one may be null in the other',
    before: giving(ref('Owner'), {
      Owner: object({ 'task!': ref('Task') }),
      Task: object({ owner: ref('Owner') }),
    }),
    after: giving(ref('Owner'), {
      Owner: object({ 'task!': { oneOf: [ref('Task'), { type: 'null' }] } }),
      Task: object({ owner: ref('Owner') }),
    }),
    changes: ['response-null-added Owner.task'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a schema of variants gets another',
    before: giving(ref('Pay'), {
      Pay: { oneOf: [ref('Card')] },
      Card: object({ 'number!': text }),
      Cash: object({ 'coins!': integer }),
    }),
    after: giving(ref('Pay'), {
      Pay: { oneOf: [ref('Card'), ref('Cash')] },
      Card: object({ 'number!': text }),
      Cash: object({ 'coins!': integer }),
    }),
    changes: ['response-type-changed Pay'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a field refers to another schema with fewer optional fields',
    before: giving(ref('Note'), {
      Note: object({ task: ref('Task') }),
      Task: task,
      Short: object({ 'id!': integer }),
    }),
    after: giving(ref('Note'), {
      Note: object({ task: ref('Short') }),
      Task: task,
      Short: object({ 'id!': integer }),
    }),
    changes: ['response-field-removed Note.task.title'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a field becomes readOnly: answers keep it, requests have a schema of their own without it',
    before: bothWays({ Task: task }),
    after: bothWays({ Task: object({ 'id!': { ...integer, readOnly: true }, title: text }) }),
    changes: [
      'input-removed acme.tasks.create task.id',
      'access-changed Task.id',
      'schema-added TaskRequest',
    ],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a field of an answer alone becomes readOnly',
    before: giving(object({ 'id!': integer })),
    after: giving(object({ 'id!': { ...integer, readOnly: true } })),
    changes: ['access-changed acme.tasks.list id'],
    bumps: 'patch none none',
    compile: '',
  },
  {
    name: 'a schema gives way to a type of a new operation',
    before: giving(ref('CreateTaskInput'), { CreateTaskInput: task }),
    after: openapi({
      paths: {
        '/tasks': {
          ...getTasks({ responses: { 200: json(ref('CreateTaskInput')) } }),
          ...createTask(body(object({ why: text }))),
        },
      },
      components: { schemas: { CreateTaskInput: task } },
    }),
    changes: ['operation-added acme.tasks.create', 'schema-renamed CreateTaskInput'],
    bumps: 'major',
    compile: 'types',
  },
];
