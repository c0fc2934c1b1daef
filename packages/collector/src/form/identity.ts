import {isAnswerId} from '@ppgp/protocol';
import type {Questionnaire} from '@ppgp/schema';
import type {Random} from '../dependencies.js';
import {HIDDEN} from './fields.js';

/** What makes one filled-in form one answer, however often it is sent. */
export interface Identity {
  /** UUID v4. */
  id: string;
  /** 32 hexadecimal digits, where the questionnaire is sensitive: nobody can then guess the answers from their hash. */
  salt: string | undefined;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function mintId(random: Random): string {
  const digits = hex(random(16));
  const variant = '89ab'[Number.parseInt(digits[16] ?? '0', 16) & 3] ?? '8';
  return [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, `${variant}${digits.slice(17, 20)}`, digits.slice(20)].join(
    '-',
  );
}

/** The identity that came with a form; what is missing of it, or is none of ours, is made anew. */
export function identityOf(fields: URLSearchParams, {sensitive}: Questionnaire, random: Random): Identity {
  const id = fields.get(HIDDEN.id) ?? '';
  const salt = fields.get(HIDDEN.salt) ?? '';
  return {
    id: isAnswerId(id) ? id : mintId(random),
    salt: sensitive !== true ? undefined : /^[0-9a-f]{32}$/.test(salt) ? salt : hex(random(16)),
  };
}

/** A number that an answer always gives: the order of its shuffled choices. Never 0, which keeps the definition's. */
export const seedOf = ({id}: Identity): number => Number.parseInt(id.slice(0, 8), 16) || 1;
