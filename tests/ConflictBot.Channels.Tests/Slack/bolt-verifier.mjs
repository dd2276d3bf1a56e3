// Says of each request on standard input whether @slack/bolt takes its signature. Argument: the folder the packages are installed in.
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import path from 'node:path';

const load = createRequire(path.join(path.resolve(process.argv[2]), 'index.js'));
// The file is named rather than the package: the package's own entry would load all it depends on, which is not installed.
const { isValidSlackRequest } = load('./node_modules/@slack/bolt/dist/receivers/verify-request.js');

const requests = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(requests.map(({ secret, timestamp, signature, body, now }) => isValidSlackRequest({
  signingSecret: secret,
  body,
  headers: { 'x-slack-request-timestamp': Number(timestamp), 'x-slack-signature': signature },
  nowMilliseconds: now * 1000,
}))));
