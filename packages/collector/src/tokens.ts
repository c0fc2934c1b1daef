import {createHash} from 'node:crypto';
import type {Random} from './dependencies.js';

/** A new bearer token: 256 random bits, base64url. It is shown once and kept nowhere. */
export const mintToken = (random: Random): string => Buffer.from(random(32)).toString('base64url');

/** What is kept of a token. Its 256 bits need no salt. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
