import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {connect, type AddressInfo} from 'node:net';
import {it} from 'node:test';
import {readBody} from './read-body.js';

/** What is read of one request whose head and first words are `text`, and which then ends or breaks off. */
async function reads(text: string, breaksOff = false): Promise<string | undefined> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(text));
  socket.on('error', () => undefined);
  try {
    return await new Promise((resolve) => {
      server.once('request', (request, response) => {
        readBody(request).then(resolve, resolve);
        if (breaksOff) socket.resetAndDestroy();
        response.on('error', () => undefined);
      });
    });
  } finally {
    socket.destroy();
    server.close();
  }
}

it('a body is read whole, its letters in one piece', async () => {
  assert.equal(await reads('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n€'), '€');
});

it('a request that breaks off is no error', async () => {
  assert.equal(await reads('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n€', true), undefined);
});
