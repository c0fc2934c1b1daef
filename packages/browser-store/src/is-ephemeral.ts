/**
 * Whether what this page stores is known to go when its window closes: in a private window of Firefox, and in a frame without
 * credentials. False does not mean that it lasts: Chromium's and Safari's private windows look like any other. Never rejects.
 */
export async function isEphemeral(): Promise<boolean> {
  // https://wicg.github.io/anonymous-iframe/: its storage has a key that is thrown away with the page.
  if ((globalThis as {credentialless?: boolean}).credentialless) return true;
  // Firefox refuses its private windows this folder, and nothing else; it may refuse it to another site's frames, whose storage lasts.
  if (globalThis.top !== globalThis.self) return false;
  try {
    await navigator.storage.getDirectory();
  } catch (error) {
    return (Object(error) as Partial<Error>).name === 'SecurityError';
  }
  return false;
}
