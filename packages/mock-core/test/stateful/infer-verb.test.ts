import { expect, test } from 'vitest';
import { answers, does, documentOf, inferred, listOf, object, query, ref, takes } from './documents.ts';

const flag = { type: 'boolean' };
const members = listOf(object({ id: {}, firstname: {}, email: {} }));
const projects = listOf(object({ project_id: {}, project_name: {} }));

function verb(
  path: string,
  fields: Record<string, unknown>,
  body: Record<string, unknown> = {},
  method = 'post',
): string {
  const document = documentOf(
    {
      '/items': { get: answers(listOf(ref('Item'))) },
      '/projects': { get: answers(listOf(ref('Project'))) },
      [`/items/{id}/${path}`]: { [method]: takes(body) },
    },
    { Item: object({ id: {}, ...fields }), Project: object({ id: {}, name: {} }) },
  );
  return does(document, `${method.toUpperCase()} /items/{id}/${path}`);
}

test.each([
  ['approve', ['pending', 'approved'], 'approved'],
  ['submit', ['open', 'submitted'], 'submitted'],
  ['cancel', ['open', 'cancelled'], 'cancelled'],
  ['deny', ['open', 'denied'], 'denied'],
  ['close', ['open', 'closed'], 'closed'],
  ['reopen', ['open', 'closed'], 'open'],
  ['activate', ['active', 'inactive'], 'active'],
  ['send', ['draft', 'sent'], 'sent'],
  ['start', ['queued', 'running'], 'running'],
  ['unsubmit', ['open', 'submitted'], 'open'],
])('%s among %o gives %s', (name, values, want) => {
  expect(verb(name, { status: { enum: values } })).toBe(`set status = "${want}" of item`);
});

test('a verb that no field tells of answers as documented', () => {
  expect(verb('start', { status: { enum: ['open', 'closed'] } })).toBe('as documented example');
});

test('a status tells before other fields do', () => {
  const approved = { enum: ['approved'] };
  expect(verb('approve', { kind: approved, status: approved })).toBe('set status = "approved" of item');
});

test('a restore restores, whatever a status says', () => {
  expect(verb('restore', { status: { enum: ['restored'] } })).toBe('restore item');
});

test('a verb that puts nothing anywhere adds nothing', () => {
  expect(verb('notify/{projectId}', { projects })).toBe('as documented example');
});

test('the scope in the body of a verb is not what is added', () => {
  const document = {
    ...documentOf(
      {
        '/items': { get: answers(listOf(ref('Item')), { parameters: [query('workspace_id')] }) },
        '/items/{id}/assign': { post: takes({ workspace_id: {}, user_id: {} }) },
      },
      { Item: object({ id: {}, assignees: members }) },
    ),
    'x-sdk': { clientInputs: ['workspace_id'] },
  };
  expect(does(document, 'POST /items/{id}/assign')).toBe('add to assignees of item by user_id');
});

test('a verb on something else of the item is none on the item', () => {
  expect(verb('approve-item', { status: { enum: ['approved'] } })).toBe('set status = "approved" of item');
  expect(verb('approve-budget', { status: { enum: ['approved'] } })).toBe('as documented example');
});

test('a flag with the name of the verb is switched', () => {
  expect(verb('lock', { locked: flag })).toBe('set locked = true of item');
  expect(verb('unlock', { is_locked: flag })).toBe('set is_locked = false of item');
});

test('when and by whom goes with the verb, and away with its opposite', () => {
  const fields = {
    status: { enum: ['open', 'submitted'] },
    submitted_on: { type: ['string', 'null'], examples: ['2024-01-15'] },
  };
  expect(verb('submit', fields)).toBe('set status = "submitted", submitted_on = "2024-01-15" of item');
  expect(verb('unsubmit', fields)).toBe('set status = "open", submitted_on = null of item');
});

test('the body of a verb changes the fields that it names', () => {
  expect(verb('reject', { status: { enum: ['rejected'] }, reject_reason: {} }, { reason: {} }, 'put')).toBe(
    'set status = "rejected", reject_reason of item',
  );
});

test.each([
  ['assign-project', 'post', { project_id: {} }, 'add to projects of item by project_id'],
  ['unassign-project', 'delete', { project_id: {} }, 'take from projects of item by project_id'],
  ['remove-project', 'post', { project_id: {} }, 'take from projects of item by project_id'],
  ['assign/{userId}', 'post', {}, 'add to assignees of item by userId'],
  ['unassign/{userId}', 'delete', {}, 'take from assignees of item by userId'],
  ['projects/{projectId}', 'put', {}, 'add to projects of item by projectId'],
  ['projects/{projectId}', 'delete', {}, 'take from projects of item by projectId'],
  ['projects', 'post', { project_id: {} }, 'add to projects of item by project_id'],
])('%s with %s', (path, method, body, want) => {
  expect(verb(path, { projects, assignees: members }, body, method)).toBe(want);
});

test('what is assigned has to exist where its noun is a resource', () => {
  const document = documentOf(
    {
      '/items': { get: answers(listOf(ref('Item'))) },
      '/projects': { get: answers(listOf(ref('Project'))) },
      '/items/{id}/assign-project': { post: takes({ project_id: {} }) },
      '/items/{id}/assign/{userId}': { post: takes({}) },
    },
    { Item: object({ id: {}, projects, assignees: members }), Project: object({ id: {}, name: {} }) },
  );
  expect(inferred(document, 'POST /items/{id}/assign-project').behaviour).toMatchObject({
    key: 'project_id',
    mustExist: true,
  });
  expect(inferred(document, 'POST /items/{id}/assign/{userId}').behaviour).toMatchObject({
    key: 'id',
    mustExist: false,
  });
});

test('the path of an array in the item lists it', () => {
  const document = documentOf(
    {
      '/items': { get: answers(listOf(ref('Item'))) },
      '/items/{id}/assignees': { get: answers(members) },
    },
    { Item: object({ id: {}, assignees: members }) },
  );
  expect(does(document, 'GET /items/{id}/assignees')).toBe('list assignees of item');
});

test('an item that can come back is archived by the verb where no field shows it', () => {
  expect(verb('archive', {})).toBe('as documented example');
  const document = documentOf({
    '/items': { get: answers(listOf(ref('Item'))) },
    '/items/{id}/archive': { post: takes({}) },
    '/items/{id}/unarchive': { post: takes({}) },
  });
  expect(does(document, 'POST /items/{id}/archive')).toBe('archive item');
  expect(does(document, 'POST /items/{id}/unarchive')).toBe('restore item');
});
