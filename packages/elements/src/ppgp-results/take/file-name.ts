/** « Trois priorités » → « trois-priorites »: letters that every system keeps. */
export const fileName = (title: string, ending: string): string => {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return `${plain === '' ? 'restitution' : plain}.${ending}`;
};
