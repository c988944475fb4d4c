import type { SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { emitRuntimeModule } from './runtime-module.ts';
import { emitClientModule } from './client-module.ts';
import { emitDescriptorsModule } from './descriptors-module.ts';
import { emitOperationModule } from './operation-module.ts';
import { emitPageOrders } from './page-orders-module.ts';
import { emitOAuthModule } from './oauth-module.ts';
import { emitShapesModule } from './shapes-module.ts';

/** The client package: a module of functions per group, and the class that binds them all. */
export function emitClient(model: SdkModel): File[] {
  const names = model.api.servers.length > 0 ? ['api', 'servers'] : ['api'];
  const paths = ['./client.ts', ...model.groups.map((group) => `./groups/${group.file}.ts`)];
  return [
    ...model.groups.flatMap((group) => [
      emitDescriptorsModule(model, group),
      emitOperationModule(model, group),
    ]),
    emitPageOrders(model),
    emitRuntimeModule(model),
    emitClientModule(model),
    emitShapesModule(model),
    ...emitOAuthModule(model),
    generatedModule(
      model,
      'client',
      'index.ts',
      [
        `export { ${names.join(', ')} } from './runtime.ts';\n`,
        ...paths.map((path) => `export * from '${path}';\n`),
      ].join(''),
    ),
  ];
}
