import {StartError} from './store/answer-store.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the data are: PPGP_DATA, else `./data`. */
export const dataFolder = ({PPGP_DATA}: Environment): string => PPGP_DATA || './data';

/** An origin is written as browsers send it: scheme, host and port, nothing after. */
function readOrigin(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw new StartError(`PPGP_ORIGINS: "${text}" is not an origin such as https://www.departement.example (no path, no slash at the end).`);
}

/**
 * What the environment says of how to serve.
 * @throws StartError
 */
export function readSettings(environment: Environment): {data: string; host: string; port: number; origins: string[]} {
  const {PORT = '4180', HOST, PPGP_ORIGINS = '', DATABASE_URL} = environment;
  if (DATABASE_URL) throw new StartError('DATABASE_URL is set, but this version keeps answers in its embedded store only: unset it.');
  const port = Number(PORT);
  if (!/^\d{1,5}$/.test(PORT) || port > 65_535) throw new StartError(`PORT: "${PORT}" is not a port.`);
  const origins = PPGP_ORIGINS.split(',').map((text) => text.trim());
  return {data: dataFolder(environment), host: HOST || '127.0.0.1', port, origins: origins.filter(Boolean).map(readOrigin)};
}
