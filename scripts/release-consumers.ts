// `pnpm release:consumers`: a part of `pnpm release:version`.
import { keepConsumers } from '@webwork-sdk/release';
import { compare } from 'sdkwright';
import { repository, webworkOptions } from './webwork-options.ts';

const { model } = await compare(webworkOptions);
await keepConsumers(repository, model);
