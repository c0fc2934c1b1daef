/** What a page must not do while it is tested. `text` is for people. */
export interface PageFault {
  kind: 'policy' | 'console' | 'error' | 'rejection' | 'resource' | 'lit';
  text: string;
}

/**
 * Reports what goes wrong in this page from now on: Content Security Policy violations, `console.error`, uncaught errors, unhandled
 * rejections, scripts and pictures that do not load, Lit's warnings. It also runs as text inside other pages, so it uses nothing outside itself.
 */
export function watchPage(report: (fault: PageFault) => void): void {
  const spoken = (value: unknown) => (value instanceof Error ? `${value.name}: ${value.message}` : String(value));

  addEventListener('securitypolicyviolation', (event) => {
    const where = event.sourceFile ? ` (${event.sourceFile}:${event.lineNumber})` : '';
    report({kind: 'policy', text: `${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}${where}`});
  });
  addEventListener('unhandledrejection', (event) => report({kind: 'rejection', text: spoken(event.reason)}));
  // Capturing: the error of a picture or a script does not bubble.
  addEventListener(
    'error',
    (event) => {
      const {target} = event as Event;
      if (event instanceof ErrorEvent) report({kind: 'error', text: `${event.message} (${event.filename}:${event.lineno})`});
      if (!(target instanceof Element)) return;
      report({
        kind: 'resource',
        text: `<${target.localName}> ${target.getAttribute('src') ?? target.getAttribute('href') ?? ''} did not load`,
      });
    },
    true,
  );

  const {error, warn} = console;
  console.error = (...words: unknown[]) => {
    report({kind: 'console', text: words.map(spoken).join(' ')});
    error.apply(console, words);
  };
  console.warn = (...words: unknown[]) => {
    const text = words.map(spoken).join(' ');
    if (text.includes('https://lit.dev/msg/')) report({kind: 'lit', text});
    warn.apply(console, words);
  };
}
