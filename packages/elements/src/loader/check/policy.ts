import type {Blocked} from './report.js';

/** Of https://w3c.github.io/webappsec-csp/#reporting; not every browser has it. */
interface PolicyReport {
  readonly body: {readonly effectiveDirective?: string; readonly blockedURL?: string | null; readonly disposition?: string} | null;
}
interface Observer {
  observe(): void;
  takeRecords(): PolicyReport[];
  disconnect(): void;
}
type ObserverClass = new (heard: (reports: PolicyReport[]) => void, options: {types: string[]; buffered: boolean}) => Observer;

/** What the browser remembers from before the loader ran. */
async function remembered(): Promise<Blocked[]> {
  const {ReportingObserver} = globalThis as {ReportingObserver?: ObserverClass};
  if (!ReportingObserver) return [];
  const reports: PolicyReport[] = [];
  const observer = new ReportingObserver((heard) => reports.push(...heard), {types: ['csp-violation'], buffered: true});
  observer.observe();
  // They are handed over in a task of their own.
  await new Promise((resolve) => setTimeout(resolve));
  reports.push(...observer.takeRecords());
  observer.disconnect();
  return reports.flatMap(({body}) =>
    body ? [{directive: body.effectiveDirective ?? '', blocked: body.blockedURL ?? '', enforced: body.disposition !== 'report'}] : [],
  );
}

/** All that the page's policy has refused, each once: what the loader heard, and what the browser remembers. */
export async function blockedByPolicy(heard: readonly SecurityPolicyViolationEvent[]): Promise<Blocked[]> {
  const before = await remembered();
  const since = heard.map(({effectiveDirective, blockedURI, disposition}) => ({
    directive: effectiveDirective,
    blocked: blockedURI,
    enforced: disposition !== 'report',
  }));
  const each = [...before, ...since].map((one): [string, Blocked] => [JSON.stringify(one), one]);
  return [...new Map(each).values()];
}
