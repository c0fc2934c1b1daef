import {timingSafeEqual} from 'node:crypto';
import type {Handler} from 'hono';
import {readCommand} from '../command.js';
import {runCommand} from '../commands.js';
import type {Dependencies} from '../dependencies.js';
import {readJson} from '../json-body.js';
import {Refusal} from '../refusal.js';
import {hashToken} from '../tokens.js';

/** Hashes have one length, which a comparison in constant time needs. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(hashToken(one)), Buffer.from(hashToken(other)));

/** `POST /_cli`: runs a command for the command line, which knows the secret of this run. */
export const takeCommand =
  (dependencies: Dependencies, runKey: string): Handler =>
  async (context) => {
    if (!isSame(context.req.header('Authorization') ?? '', `Bearer ${runKey}`)) throw new Refusal('unauthorized');
    const command = readCommand(await readJson(context.req.raw));
    context.header('Cache-Control', 'no-store');
    return context.json(await runCommand(command, dependencies));
  };
