/**
 * Runs in every page before anything of its own. Counts the questions that are shown at each frame, and notes when the frame that
 * first showed one, and all, was drawn; times what comes between a tap and the next frame.
 * A message posted from an animation frame arrives when the main thread has drawn that frame: the raster and the screen are not in it.
 */
/* global requestAnimationFrame, MessageChannel */
{
  const {host, question, count} = globalThis.benchPlace;
  const root = () => (host ? document.querySelector(host)?.shadowRoot : document);
  const shown = () => root()?.querySelectorAll(question).length ?? 0;
  const drawn = () =>
    new Promise((done) => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        done(performance.now());
      };
      port2.postMessage(0);
    });
  const frame = () => new Promise((done) => requestAnimationFrame(done));

  async function watch() {
    const found = {};
    for (;;) {
      await frame();
      const now = shown();
      if (now === 0) continue;
      const at = await drawn();
      found.first ??= at;
      if (now >= count) return {...found, all: at};
    }
  }

  const controlOf = ({question, value, row}) => {
    const named = root().querySelectorAll(`input[name="${row ? `${question}.${row}` : question}"]`);
    const inputs = named.length ? named : root().querySelectorAll(`[data-name="${question}"] input`);
    const all = [...inputs].filter((input) => input.value === value);
    return all.length > 1 && row ? all[Number(row.slice(1)) - 1] : all[0];
  };

  globalThis.bench = {
    painted: watch(),
    shown,
    settled: async () => {
      for (let left = 3; left > 0; left -= 1) await frame();
      await drawn();
    },
    /** Brings a control to the middle and says where; the next click is timed. */
    async aim(tap) {
      const control = controlOf(tap);
      const target = control.closest('label') ?? control;
      target.scrollIntoView({block: 'center', behavior: 'instant'});
      await globalThis.bench.settled();
      globalThis.bench.tapped = new Promise((done) => {
        globalThis.addEventListener(
          'click',
          () => {
            const from = performance.now();
            void frame()
              .then(drawn)
              .then((at) => done(at - from));
          },
          {capture: true, once: true},
        );
      });
      const {x, y, width, height} = target.getBoundingClientRect();
      return {x: x + width / 2, y: y + height / 2};
    },
    isChosen: (tap) => controlOf(tap).checked,
  };
}
