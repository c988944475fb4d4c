// Prints the e-mail addresses of the viewers that the server at the given URL lists.
import { WebWork } from '@webwork-sdk/client';

const webwork = new WebWork({ token: 'any-token', baseUrl: process.argv[2] });
const viewers = await webwork.projectViewers.list({ workspace_id: 1 });
console.log(viewers.map((viewer) => viewer.email).join('\n'));
