declare const __PPGP_VERSION__: string | undefined;

/** What a browser tells of the device under it; undefined where it does not tell. */
export interface Tablet {
  version: string;
  /** Whether what is stored is safe from being erased by the browser itself. */
  persisted: boolean | undefined;
  /** Bytes. */
  used: number | undefined;
  quota: number | undefined;
  online: boolean;
}

/** Never rejects. */
export async function aboutTablet(): Promise<Tablet> {
  const {storage, onLine} = navigator as Partial<Navigator>;
  const [persisted, estimate] = await Promise.all([
    storage?.persisted?.().catch(() => undefined),
    storage?.estimate?.().catch(() => undefined),
  ]);
  const version = typeof __PPGP_VERSION__ === 'string' ? __PPGP_VERSION__ : '0';
  return {version, persisted, used: estimate?.usage, quota: estimate?.quota, online: onLine !== false};
}
