// @ts-check
/** Requests over keep-alive connections, either as fast as they are answered or at a given pace. */
import {performance} from 'node:perf_hooks';
import {Agent, request} from 'node:http';
import {quantile} from '../figures.mjs';

const CONNECTIONS = 32;
/** One for each load: a server lets go of connections that were idle between two. */
const connections = () => new Agent({keepAlive: true, maxSockets: CONNECTIONS});

/** @param {Agent} agent @param {string} url @param {Buffer} body @returns {Promise<number>} how many were said to be stored */
function post(agent, url, body) {
  return new Promise((resolve, reject) => {
    const headers = {'Content-Type': 'application/json', 'Content-Length': body.length};
    const sent = request(`${url}/v1/answers`, {agent, method: 'POST', headers}, (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.once('end', () => {
        const {results = []} = /** @type {{results?: {status: string}[]}} */ (JSON.parse(Buffer.concat(chunks).toString()));
        resolve(results.filter(({status}) => status === 'stored').length);
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** Answers stored in a second. @param {string} url @param {Buffer[]} bodies */
export async function fullLoad(url, bodies) {
  const agent = connections();
  const left = [...bodies];
  let stored = 0;
  const started = performance.now();
  const lane = async () => {
    for (let body = left.pop(); body; body = left.pop()) {
      const more = await post(agent, url, body);
      stored += more;
    }
  };
  await Promise.all(Array.from({length: CONNECTIONS}, lane));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return stored / seconds;
}

/** The 99th percentile of the time to a receipt, in milliseconds, at so many requests a second. @param {string} url @param {Buffer[]} bodies @param {number} pace */
export async function pacedLoad(url, bodies, pace) {
  const agent = connections();
  const started = performance.now();
  /** @type {Promise<number>[]} */
  const times = [];
  for (const [index, body] of bodies.entries()) {
    const due = started + (index / pace) * 1000;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    // From when it was due: a generator that lags must not hide a wait.
    times.push(post(agent, url, body).then(() => performance.now() - due));
  }
  const taken = await Promise.all(times);
  agent.destroy();
  return quantile(taken, 0.99);
}
