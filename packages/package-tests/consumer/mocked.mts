// Never run: the compiler's verdict on this file is the test.
import { startMock, type RecordedRequest } from '@webwork-sdk/mock';

const mock = await startMock({ dynamic: true, seed: 7 });
const [request] = mock.requests;
const headers: RecordedRequest['headers'] | undefined = request?.headers;
void headers;

// @ts-expect-error TS2540: the record is for reading
if (request !== undefined) request.status = 200;

await mock.close();
