import type {Handler} from 'hono';
import type {Figures} from '../figures.js';
import type {Metrics} from '../metrics.js';

/** `GET /metrics`: counters for Prometheus, of this process since its start. */
export const getMetrics =
  (metrics: Metrics, figures: Figures): Handler =>
  (context) =>
    context.body(metrics.text(figures.flagged()), 200, {
      'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
      'Cache-Control': 'no-store',
    });
