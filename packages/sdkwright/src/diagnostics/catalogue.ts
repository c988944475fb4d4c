export type DiagnosticCode =
  | 'document-not-found'
  | 'document-too-large'
  | 'document-unparsable'
  | 'document-not-openapi'
  | 'reference-unresolved'
  | 'reference-refused'
  | 'operation-id-duplicate'
  | 'overlay-invalid'
  | 'overlay-target-missing'
  | 'extension-invalid'
  | 'scope-invalid'
  | 'folder-not-empty'
  | 'file-foreign'
  | 'file-stale'
  | 'project-unreadable'
  | 'release-unreadable'
  | 'file-missing'
  | 'engine-failed'
  | 'document-other'
  | 'document-older'
  | 'document-incomplete'
  | 'document-lint'
  | 'update-breaks-unsaid'
  | 'update-major-unproven'
  | 'update-unproven'
  | 'document-malformed'
  | 'schema-circular'
  | 'security-unsupported'
  | 'body-not-sent'
  | 'field-undescribed'
  | 'media-type-not-sent'
  | 'pagination-left-out'
  | 'links-left-out'
  | 'openapi-3.2-left-out';

export interface CatalogueEntry {
  readonly title: string;
  readonly cause: string;
  readonly fix: string;
}

/** Every code sdkwright can report. A diagnostic with a code that is not here does not compile. */
export const catalogue: Readonly<Record<DiagnosticCode, CatalogueEntry>> = {
  'document-not-found': {
    title: 'The document cannot be read',
    cause: 'The path or URL leads to nothing, or access was refused.',
    fix: 'Check the path; it is resolved against the current directory.',
  },
  'document-too-large': {
    title: 'The document is larger than the limit',
    cause:
      'Untrusted input is read up to a fixed size, with all the files that it refers to, and to a fixed depth.',
    fix: 'Check that this is the right file.',
  },
  'document-unparsable': {
    title: 'The document is neither JSON nor YAML',
    cause: 'A syntax error at the place shown.',
    fix: 'Mend the syntax at that line and column.',
  },
  'document-not-openapi': {
    title: 'The document is not OpenAPI 3.0, 3.1 or 3.2',
    cause: 'The `openapi` field is missing or names another version.',
    fix: 'Convert the document to OpenAPI 3.1 first.',
  },
  'reference-unresolved': {
    title: 'A $ref leads to nothing',
    cause:
      'The pointer in the $ref names a part that the document does not have, or a file that cannot be read. Within one document it is a warning: a schema there allows anything, all else is left out.',
    fix: 'Add the missing part or correct the $ref; it is relative to the file that it stands in.',
  },
  'reference-refused': {
    title: 'A $ref leads to where the document may not go',
    cause:
      'A document is followed into its own folder, or below its own URL, and nowhere else; links that lead out are not followed either.',
    fix: 'If you trust the place, name the folder or the URL with `--allow-refs`.',
  },
  'operation-id-duplicate': {
    title: 'Two operations share an operationId',
    cause:
      'OpenAPI asks for unique operationIds; generated functions are named after them. The second is called by its method and path.',
    fix: 'Rename one of the two, or rename it in an overlay.',
  },
  'overlay-invalid': {
    title: 'The overlay is not an OpenAPI Overlay 1.0 document',
    cause: 'A field of the overlay is missing or has the wrong type.',
    fix: 'Follow https://spec.openapis.org/overlay/v1.0.0.html.',
  },
  'overlay-target-missing': {
    title: 'An overlay action matches nothing',
    cause: 'The document changed, or the JSONPath of the target is wrong.',
    fix: 'Correct the target, or drop the action if it is no longer needed.',
  },
  'extension-invalid': {
    title: 'An x-sdk extension has the wrong shape',
    cause: 'The overlay or the document sets x-sdk to something sdkwright does not know.',
    fix: 'Compare with the x-sdk reference in docs/x-sdk.md.',
  },
  'scope-invalid': {
    title: 'The scope is no npm scope',
    cause: 'The text given as `--scope` is not an @ and then lower-case letters, digits, `-`, `_` or `.`.',
    fix: 'Name the scope that the packages are published under, such as @acme.',
  },
  'folder-not-empty': {
    title: 'The folder for a new repository has something in it',
    cause: '`sdkwright init` writes a whole repository, and would write over what is there.',
    fix: 'Name a new folder; in a repository that you have, `sdkwright generate` adds the packages.',
  },
  'file-foreign': {
    title: 'A generated folder holds a file sdkwright did not write',
    cause: 'Everything below src/generated belongs to the generator.',
    fix: 'Move the file out of src/generated.',
  },
  'file-stale': {
    title: 'A generated file differs from what the document gives',
    cause: 'The document, the overlay or sdkwright changed, or the file was edited by hand.',
    fix: 'Run `sdkwright generate` again.',
  },
  'project-unreadable': {
    title: 'The code of a project cannot be looked through',
    cause:
      '`sdkwright impact` found no code, a broken tsconfig.json, or not the packages of exactly one API that the code uses.',
    fix: 'Name the folder of the tsconfig.json, with the packages installed; with several APIs, the scope of one.',
  },
  'release-unreadable': {
    title: 'A release of the packages cannot be compared',
    cause: 'npm does not find the version, or it was made before the types package had its document.',
    fix: 'Check the version, or give `sdkwright impact` the document that the release was made from.',
  },
  'file-missing': {
    title: 'A generated file is missing',
    cause: 'It was deleted, or the document has grown since the last run.',
    fix: 'Run `sdkwright generate` again.',
  },
  'engine-failed': {
    title: 'An engine could not read the document',
    cause: 'openapi-typescript or @hey-api/openapi-ts rejected a part of the document.',
    fix: 'Lint the document; if it is valid, report it with the document attached.',
  },
  'document-other': {
    title: 'The new document is of another API',
    cause: 'Its title or its first server is not that of the document it would replace.',
    fix: 'Check the path or URL; `--force` takes it all the same.',
  },
  'document-older': {
    title: 'The new document is older than the one it would replace',
    cause: 'Its version is lower.',
    fix: 'Check the path or URL; `--force` takes it all the same.',
  },
  'document-incomplete': {
    title: 'The new document lacks most of the one it would replace',
    cause: 'It has less than half of its operations: it may have been cut off on its way.',
    fix: 'Check the path or URL; `--force` takes it all the same.',
  },
  'document-lint': {
    title: 'The new document has a fault that its linter knows',
    cause: 'A rule of OpenAPI that parsing alone does not show, at the pointer given.',
    fix: 'Tell whoever publishes the document. An overlay can mend it until then.',
  },
  'update-breaks-unsaid': {
    title: 'Consumers stop compiling and no major says so',
    cause:
      'Programs that use everything of the last release have errors against the new packages, and the diff gives no major. Its rules have a gap.',
    fix: 'Give a changeset of that package a major, commit it, and update again; then teach the diff that change.',
  },
  'update-major-unproven': {
    title: 'A major breaks nothing that can be seen',
    cause:
      'The diff gives a major, the programs of the last release compile, and no change breaks on the wire.',
    fix: 'Say in the changeset what breaks for a consumer; if nothing does, lower its bump.',
  },
  'update-unproven': {
    title: 'The packages of the new document do not hold',
    cause:
      'They do not build, generated files are stale, or a contract test fails, in a copy of the repository.',
    fix: 'Read what the step printed. Nothing was written; the emitters or the tests have to be mended first.',
  },
  'document-malformed': {
    title: 'A part of the document is not what OpenAPI says',
    cause:
      'A list stands where a text should be, a type has a name that there is not, a parameter has no name, or none that its path has. It is left out; a schema is one that allows anything, a name in a path that nobody describes a text.',
    fix: 'Correct it in the document, or with an overlay.',
  },
  'schema-circular': {
    title: 'A schema is only a reference to itself',
    cause: 'Following its $ref leads back to it, through other schemas or at once. It is typed as unknown.',
    fix: 'Say what the schema is, in the document or with an overlay.',
  },
  'security-unsupported': {
    title: 'A security scheme cannot be signed for',
    cause: 'It is none of http, apiKey, oauth2 and openIdConnect; mutual TLS is below what fetch can reach.',
    fix: 'Give the client a fetch function that does it.',
  },
  'body-not-sent': {
    title: 'A GET, HEAD or TRACE has a body',
    cause: 'fetch sends none with these methods, and HTTP gives one no meaning. The body is left out.',
    fix: 'Take the fields into the query, or use another method.',
  },
  'field-undescribed': {
    title: 'A body requires a field that it does not describe',
    cause:
      'A name is listed under `required` and has no schema, mostly because it is written otherwise there.',
    fix: 'Describe the field, or take it out of `required`, in the document or with an overlay.',
  },
  'media-type-not-sent': {
    title: 'A body may be a form or parts',
    cause: 'What stands first is sent, and a form holds no files.',
    fix: 'Drop the media types that you do not want with an overlay.',
  },
  'pagination-left-out': {
    title: 'The pages of a list cannot be walked',
    cause:
      'A name stands in two places of the request, so the input nests, and pages are asked for by its top fields.',
    fix: 'Rename one of the two with an overlay, or ask for each page by hand.',
  },
  'links-left-out': {
    title: 'Links are left out',
    cause: 'A link says which field of an answer another operation takes; the fields themselves are there.',
    fix: 'Nothing to do.',
  },
  'openapi-3.2-left-out': {
    title: 'Something that only OpenAPI 3.2 can say is left out',
    cause:
      'A document of OpenAPI 3.2 is read as one of 3.1, which has no operations of methods with names of their own, and no parameter that is a whole query unless it is a form.',
    fix: 'Call such an operation with `client.request({ method, path })`, or describe it in the words of 3.1.',
  },
};
