// Starts the page together with a mock that remembers what is done on it. Ctrl+C ends both.
import { startMock } from '@webwork-sdk/mock';
import { createServer } from 'vite';
import { siteConfig } from './site.ts';

const mock = await startMock({ stateful: { itemsPerList: 60 } });
const site = await createServer(siteConfig(mock.url));
await site.listen();

console.log(`The page: ${site.resolvedUrls?.local[0] ?? ''}\nThe mock: ${mock.url}`);
process.once('SIGINT', () => void Promise.all([site.close(), mock.close()]));
