// The same as list-viewers.mjs, by require().
const { WebWork } = require('@webwork-sdk/client');

const webwork = new WebWork({ token: 'any-token', baseUrl: process.argv[2] });
webwork.projectViewers
  .list({ workspace_id: 1 })
  .then((viewers) => console.log(viewers.map((viewer) => viewer.email).join('\n')));
