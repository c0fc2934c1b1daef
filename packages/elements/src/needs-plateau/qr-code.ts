import {generate} from 'lean-qr';
import {toSvgPath} from 'lean-qr/extras/svg';
import {html, type TemplateResult} from 'lit';

/** Light modules around the code, without which a scanner does not find it. */
const QUIET = 4;

/** A text as a QR code, drawn on the device. Throws where the text is too long for one. */
export function qrCode(text: string, alt: string): TemplateResult {
  const code = generate(text);
  const size = code.size + 2 * QUIET;
  const box = `${-QUIET} ${-QUIET} ${size} ${size}`;
  return html`<svg class="qr" role="img" aria-label=${alt} viewBox=${box} shape-rendering="crispEdges">
    <rect x=${-QUIET} y=${-QUIET} width=${size} height=${size} /><path d=${toSvgPath(code)} />
  </svg>`;
}
