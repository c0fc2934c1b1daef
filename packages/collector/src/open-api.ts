type Json = string | number | boolean | readonly Json[] | {readonly [name: string]: Json};

const text = (description: string): Json => ({description, content: {'application/json': {schema: {type: 'object'}}}});
const problem: Json = {
  description: 'An RFC 9457 problem document.',
  content: {'application/problem+json': {schema: {$ref: '#/components/schemas/Problem'}}},
};
const answersWith = (status: string, response: Json): Json => ({[status]: response, default: problem});
const bearer = (role: string): Json => ({description: `Token: ${role}.`, security: [{bearer: []}]});
const query = (name: string, description: string): Json => ({name, in: 'query', description, schema: {type: 'string'}});
const campaign: Json = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'The id of a campaign.',
  schema: {type: 'string', pattern: '^[a-z][a-z0-9_-]{0,63}$'},
};
const ofJson = (description: string): Json => ({required: true, description, content: {'application/json': {schema: {type: 'object'}}}});

const moved = (summary: string): Json => ({
  post: {
    summary,
    ...(bearer('admin') as object),
    parameters: [campaign],
    responses: answersWith('200', text('The campaign and its state.')),
  },
});

/** What the collector answers, as OpenAPI 3.1; a test holds it against the routes. The plain form `/f/{campaign}` is for people. */
export const OPEN_API: Json = {
  openapi: '3.1.0',
  info: {title: 'ppgp collector', version: '1', license: {name: 'MIT'}},
  paths: {
    '/v1/answers': {
      post: {
        summary: 'Receives a batch of answers and replies once they are on disk.',
        requestBody: ofJson('{protocol: "reponses/1", sentAt, items: [{id, campaign, version, day, hash, kind, payload}]}'),
        responses: answersWith('200', text('{protocol, storeEpoch, retryAfter, results: [{id, status, hash}]}: every id exactly once.')),
      },
      get: {summary: 'What is accepted, for diagnosis.', responses: answersWith('200', text('{protocol, maxItems, maxBytes, keys}'))},
    },
    '/v1/campaigns/{id}': {
      put: {
        summary: 'Registers or replaces a campaign.',
        ...(bearer('admin') as object),
        parameters: [campaign, query('dry-run', '1: only says what would change.')],
        requestBody: ofJson('A campaign, ppgp-campaign/1.'),
        responses: {'200': text('Replaced, or what would change.'), '201': text('New.'), default: problem},
      },
      get: {
        summary: 'The public part of a campaign; the whole to its admin.',
        parameters: [campaign, query('version', 'With the definition of an earlier version.')],
        responses: answersWith('200', text('A campaign, ppgp-campaign/1.')),
      },
    },
    '/v1/campaigns/{id}/open': moved('Asks for answers again.'),
    '/v1/campaigns/{id}/close': moved('No longer asks for answers; what still comes is stored and flagged.'),
    '/v1/campaigns/{id}/archive': moved('Closes a campaign and puts it out of sight.'),
    '/v1/campaigns/{id}/results': {
      get: {
        summary: 'The figures of the team, live.',
        ...(bearer('results') as object),
        parameters: [
          campaign,
          ...['territory', 'source', 'lang', 'mode', 'version', 'wave', 'week'].map((name) => query(name, 'Narrows the figures.')),
          query('q.{question}', 'Narrows the figures to who gave this answer.'),
        ],
        responses: answersWith('200', text('ppgp-results/1')),
      },
    },
    '/v1/campaigns/{id}/figures': {
      get: {
        summary: 'The figures of the public, where the campaign publishes them; cacheable.',
        parameters: [campaign],
        responses: {'200': text('ppgp-results/1'), '304': {description: 'As before.'}, default: problem},
      },
    },
    '/v1/campaigns/{id}/ratings': {
      get: {
        summary: 'What all raters said of the versions of a document that this rater has rated.',
        ...(bearer('rate') as object),
        parameters: [campaign, query('document', 'Code of the document.'), query('rater', 'Code of the rater who asks.')],
        responses: answersWith('200', text('ppgp-ratings/1: {ratings: [{id, day, payload}]}; 403 until the own one is stored')),
      },
    },
    '/v1/campaigns/{id}/export.ndjson': {
      get: {
        summary: 'Every stored answer, one a line.',
        ...(bearer('export') as object),
        parameters: [campaign],
        responses: answersWith('200', {description: '{id, day, version, kind, flags, payload}', content: {'application/x-ndjson': {}}}),
      },
    },
    '/healthz': {get: {summary: '200 while the store can be read.', responses: answersWith('200', text('{status: "ok"}'))}},
    '/metrics': {get: {summary: 'Counters for Prometheus.', responses: {'200': {description: 'Text.', content: {'text/plain': {}}}}}},
    '/openapi.json': {get: {summary: 'This text.', responses: {'200': text('OpenAPI 3.1.')}}},
  },
  components: {
    securitySchemes: {bearer: {type: 'http', scheme: 'bearer'}},
    schemas: {
      Problem: {
        type: 'object',
        required: ['type', 'title', 'status'],
        properties: {
          type: {type: 'string'},
          title: {type: 'string'},
          status: {type: 'integer'},
          detail: {type: 'string'},
          retryAfter: {type: 'integer'},
          errors: {type: 'array', items: {type: 'object'}},
        },
      },
    },
  },
};
