import { expect, test } from 'vitest';
import { asking } from './asking.ts';
import { answers, documentOf, listOf, object, query, ref, takes } from './documents.ts';

const string = { type: 'string' };
const integer = { type: 'integer' };
const nullable = { type: ['string', 'null'] };

const schemas = {
  Person: object({ id: integer, firstname: string, email: string }),
  Project: object({ id: integer, name: string, contracts_count: integer }),
  Contract: object({ id: integer, project_id: integer, project_name: nullable }),
  Viewer: object({
    id: integer,
    projects: listOf(object({ project_id: integer, project_name: string })),
    watchers: listOf(object({ id: integer, firstname: string, email: string })),
  }),
  Said: object({ viewer_id: string, user_id: string, done: { type: 'boolean' } }),
};

const related = documentOf(
  {
    '/people': {
      get: answers(listOf(ref('Person')), {}, [{ id: 5, firstname: 'Ann', email: 'ann@b.example' }]),
    },
    '/projects': {
      get: answers(listOf(ref('Project')), {}, [
        { id: 7, name: 'Roof', contracts_count: 4 },
        { id: 8, name: 'Wall', contracts_count: 0 },
      ]),
    },
    '/projects/{id}': { put: takes({ name: string }, ref('Project')), delete: takes({}) },
    '/contracts': {
      get: answers(listOf(ref('Contract')), {}, [{ id: 1, project_id: 7, project_name: 'Roof' }]),
      post: takes({ project_id: integer }, ref('Contract')),
    },
    '/contracts/{id}': { put: takes({ project_id: integer }, ref('Contract')), delete: takes({}) },
    '/viewers': {
      get: answers(listOf(ref('Viewer')), {}, [
        { id: 3, projects: [], watchers: [{ id: 5, firstname: 'Ann' }] },
      ]),
    },
    '/viewers/{viewerId}': { get: answers(ref('Viewer')) },
    '/viewers/{viewerId}/watchers': { get: answers(listOf(ref('Person'))) },
    '/viewers/{viewerId}/projects': { get: answers(listOf(object({ project_name: string }))) },
    '/viewers/{viewerId}/assign-project': { post: takes({ project_id: integer }) },
    '/viewers/{viewerId}/unassign-project': { delete: takes({ project_id: integer }) },
    '/viewers/{viewerId}/watch/{userId}': {
      post: answers(ref('Said'), {}, { viewer_id: '1', user_id: '2', done: true }),
    },
  },
  schemas,
);

test('a project that is assigned shows in the item with its own name, and once', () => {
  const { ask } = asking(related);
  ask('POST /viewers/3/assign-project', { project_id: 8 });
  ask('POST /viewers/3/assign-project', { project_id: 8 });
  expect(ask('GET /viewers/3')).toMatchObject({ projects: [{ project_id: 8, project_name: 'Wall' }] });
  ask('DELETE /viewers/3/unassign-project', { project_id: 8 });
  expect(ask('GET /viewers/3')).toMatchObject({ projects: [] });
});

test('a project that is not there cannot be assigned', () => {
  const { ask } = asking(related);
  expect(ask('POST /viewers/3/assign-project', { project_id: 9 })).toBe('There is no project 9.');
  ask('DELETE /projects/8');
  expect(ask('POST /viewers/3/assign-project', { project_id: 8 })).toBe('There is no project 8.');
});

test('a new name shows wherever it is repeated', () => {
  const { ask } = asking(related);
  ask('POST /viewers/3/assign-project', { project_id: 7 });
  ask('PUT /projects/7', { name: 'Attic' });
  expect(ask('GET /viewers/3')).toMatchObject({ projects: [{ project_id: 7, project_name: 'Attic' }] });
  expect(ask('GET /contracts')).toEqual([{ id: 1, project_id: 7, project_name: 'Attic' }]);
});

test('a reference to another item takes its name, to an unknown one none', () => {
  const { ask } = asking(related);
  expect(ask('PUT /contracts/1', { project_id: 8 })).toEqual({ id: 1, project_id: 8, project_name: 'Wall' });
  expect(ask('PUT /contracts/1', { project_id: 9 })).toEqual({ id: 1, project_id: 9, project_name: null });
  expect(ask('POST /contracts', { project_id: 9 })).toEqual({ id: 2, project_id: 9, project_name: null });
});

test('a count moves with what it counts', () => {
  const { ask } = asking(related);
  const counts = (): unknown =>
    (ask('GET /projects') as { contracts_count: number }[]).map((one) => one.contracts_count);
  expect(counts()).toEqual([4, 0]);
  ask('POST /contracts', { project_id: 8 });
  ask('DELETE /contracts/1');
  expect(counts()).toEqual([3, 1]);
});

test('a new item counts nothing yet, and no count falls below nothing', () => {
  const shown = { id: 7, name: 'Roof', contracts_count: 0 };
  const document = documentOf(
    {
      '/projects': {
        get: answers(listOf(ref('Project')), {}, [shown]),
        post: {
          ...takes({ name: string }),
          ...answers(ref('Project'), {}, { ...shown, contracts_count: 4 }),
        },
      },
      '/contracts': { get: answers(listOf(ref('Contract')), {}, [{ id: 1, project_id: 7 }]) },
      '/contracts/{id}': { delete: takes({}) },
    },
    schemas,
  );
  const { ask } = asking(document);
  expect(ask('POST /projects', { name: 'Wall' })).toEqual({ id: 8, name: 'Wall', contracts_count: 0 });
  ask('DELETE /contracts/1');
  expect(ask('GET /projects')).toMatchObject([{ contracts_count: 0 }, { contracts_count: 0 }]);
});

test('a count knows what is archived, and what is in its own workspace', () => {
  const inWorkspace = { workspace_id: integer };
  const scope = query('workspace_id', integer, { required: true, example: 1 });
  const document = documentOf(
    {
      '/projects': {
        get: answers(listOf(ref('Project')), { parameters: [scope] }, [{ id: 7, contracts_count: 1 }]),
      },
      '/contracts': {
        get: answers(listOf(ref('Contract')), { parameters: [scope] }, [{ id: 1, project_id: 7 }]),
        post: takes({ ...inWorkspace, project_id: integer }),
      },
      '/contracts/{id}': { delete: takes(inWorkspace) },
      '/contracts/{id}/restore': { post: takes(inWorkspace) },
    },
    schemas,
  );
  const { ask } = asking({ ...document, 'x-sdk': { clientInputs: ['workspace_id'] } });
  ask('POST /contracts', { workspace_id: 2, project_id: 7 });
  expect(ask('GET /projects?workspace_id=1')).toEqual([{ id: 7, contracts_count: 1 }]);
  ask('DELETE /contracts/1', { workspace_id: 1 });
  expect(ask('GET /projects?workspace_id=1')).toEqual([{ id: 7, contracts_count: 0 }]);
});

test('the list of an array shows its elements, with all that is known of them', () => {
  const { ask } = asking(related);
  expect(ask('GET /viewers/3')).toMatchObject({ watchers: [{ id: 5, firstname: 'Ann' }] });
  expect(ask('GET /viewers/3/watchers')).toEqual([{ id: 5, firstname: 'Ann', email: 'ann@b.example' }]);
  ask('POST /viewers/3/assign-project', { project_id: 8 });
  expect(ask('GET /viewers/3/projects')).toEqual([{ project_name: 'Wall' }]);
});

test('an answer that only speaks of the change repeats what was asked for', () => {
  const { ask } = asking(related);
  expect(ask('POST /viewers/3/watch/6')).toEqual({ viewer_id: '3', user_id: '6', done: true });
  expect(ask('GET /viewers/3/watchers')).toMatchObject([{ id: 5 }, { id: 6 }]);
});

test('the new id stands in the answer where it is clear that it is meant', () => {
  const created = (example: Record<string, unknown>): unknown => {
    const said = object({ user_id: integer, team_id: integer, link: string });
    const post = { ...takes({ firstname: string }), ...answers(said, {}, example) };
    const get = answers(listOf(ref('Person')), {}, [{ id: 5, firstname: 'Ann', email: 'ann@b.example' }]);
    return asking(documentOf({ '/people': { get, post } }, schemas)).ask('POST /people', { firstname: 'Bo' });
  };
  expect(created({ user_id: 1, link: 'x' })).toEqual({ user_id: 6, link: 'x' });
  expect(created({ user_id: 1, team_id: 2 })).toEqual({ user_id: 1, team_id: 2 });
});

test('ids that are sent become the elements they stand for', () => {
  const document = documentOf(
    {
      '/people': {
        get: answers(listOf(ref('Person')), {}, [{ id: 5, firstname: 'Ann', email: 'ann@b.example' }]),
      },
      '/viewers': {
        get: answers(listOf(ref('Viewer'))),
        post: takes({ watchers: listOf(integer) }, ref('Viewer')),
      },
    },
    schemas,
  );
  expect(asking(document).ask('POST /viewers', { watchers: [5, 6] })).toMatchObject({
    watchers: [{ id: 5, firstname: 'Ann', email: 'ann@b.example' }, { id: 6 }],
  });
});

test('a verb sets what it stands for and what its body names', () => {
  const document = documentOf(
    {
      '/leaves': {
        get: answers(listOf(ref('Leave')), {}, [{ id: 1, status: 'pending', reject_reason: null }]),
      },
      '/leaves/{id}/reject': { put: takes({ reason: string }) },
    },
    { Leave: object({ id: integer, status: { enum: ['pending', 'rejected'] }, reject_reason: nullable }) },
  );
  const { ask } = asking(document);
  ask('PUT /leaves/1/reject', { reason: 'Too late.' });
  expect(ask('GET /leaves')).toEqual([{ id: 1, status: 'rejected', reject_reason: 'Too late.' }]);
});
