/** The tokens of the elements: a test keeps them equal. A page of its own follows the system, light or dark. */
export const tokens = `:root {
  --ppgp-color-accent: #0a5f5a;
  --ppgp-color-accent-hover: #0d4a47;
  --ppgp-color-on-accent: #fff;
  --ppgp-color-accent-soft: #e4f4f2;
  --ppgp-color-text: #17282a;
  --ppgp-color-text-soft: #4b5a5b;
  --ppgp-color-surface: #fff;
  --ppgp-color-sunk: #f5f6f4;
  --ppgp-color-line: #7a8686;
  --ppgp-color-line-soft: #dbe0df;
  --ppgp-color-warm: #fdeedd;
  --ppgp-color-error: #a8201a;
  --ppgp-color-error-soft: #fdeeec;
  --ppgp-color-focus: var(--ppgp-color-text);
  --ppgp-color-tint-1: #f8dcc4;
  --ppgp-space-3: 12px;
  --ppgp-space-4: 16px;
  --ppgp-space-5: 24px;
  --ppgp-space-6: 32px;
  --ppgp-target: 48px;
  --ppgp-radius: 12px;
  --ppgp-radius-small: 8px;
  --ppgp-stroke: 1.5px;
  --ppgp-measure: 40em;
  --ppgp-text-s: 0.875em;
  --ppgp-text-xl: 1.4375em;
}
@supports (color: light-dark(oklch(from white l c h), black)) {
  :root {
    color-scheme: light dark;
    --_a: var(--ppgp-accent, #0b6b64);
    --ppgp-color-accent: light-dark(oklch(from var(--_a) min(l, 0.47) min(c, 0.16) h), oklch(from var(--_a) max(l, 0.82) min(c, 0.1) h));
    --ppgp-color-accent-hover: light-dark(oklch(from var(--_a) calc(min(l, 0.47) - 0.1) min(c, 0.13) h), oklch(from var(--_a) 0.91 min(c, 0.07) h));
    --ppgp-color-on-accent: light-dark(#fff, oklch(from var(--_a) 0.2 min(c, 0.03) h));
    --ppgp-color-accent-soft: light-dark(oklch(from var(--_a) 0.955 min(c, 0.02) h), oklch(from var(--_a) 0.34 min(c, 0.05) h));
    --ppgp-color-text: light-dark(oklch(from var(--_a) 0.26 min(c, 0.024) h), oklch(from var(--_a) 0.95 min(c, 0.008) h));
    --ppgp-color-text-soft: light-dark(oklch(from var(--_a) 0.45 min(c, 0.02) h), oklch(from var(--_a) 0.79 min(c, 0.014) h));
    --ppgp-color-surface: light-dark(#fff, oklch(from var(--_a) 0.235 min(c, 0.014) h));
    --ppgp-color-sunk: light-dark(oklch(0.972 0.005 90), oklch(from var(--_a) 0.195 min(c, 0.012) h));
    --ppgp-color-line: light-dark(oklch(from var(--_a) 0.59 min(c, 0.018) h), oklch(from var(--_a) 0.67 min(c, 0.018) h));
    --ppgp-color-line-soft: light-dark(oklch(from var(--_a) 0.9 min(c, 0.01) h), oklch(from var(--_a) 0.37 min(c, 0.014) h));
    --ppgp-color-warm: light-dark(oklch(0.957 0.032 75), oklch(0.305 0.022 68));
    --ppgp-color-error: light-dark(oklch(0.46 0.17 27), oklch(0.82 0.1 27));
    --ppgp-color-error-soft: light-dark(oklch(0.965 0.018 27), oklch(0.31 0.05 27));
    --ppgp-color-tint-1: light-dark(oklch(0.91 0.05 62), oklch(0.42 0.06 62));
  }
}
`;
