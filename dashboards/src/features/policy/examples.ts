import type { JsonObject } from './document/json'

const days = (least: number, most: number, usual: number): JsonObject => ({ type: 'integer', minimum: least, maximum: most, default: usual })
const visits: JsonObject = { type: 'integer', minimum: 2, maximum: 100, default: 5 }
const rung: JsonObject = { type: 'object', properties: { visits, withinDays: days(1, 730, 180) }, required: ['visits', 'withinDays'] }
const text: JsonObject = { type: ['string', 'null'], default: null }
const wording: JsonObject = { type: 'object', properties: { en: text, zhCn: text } }

/** A schema with one field of each kind that a policy has. For tests. */
export const schema: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    stages: {
      type: 'object',
      properties: {
        lostAfterDays: days(2, 1460, 180),
        dormantAfterDays: days(1, 730, 90),
        loyal: rung,
        active: { $ref: '#/properties/stages/properties/loyal' },
        effective: { oneOf: [{ $ref: '#/properties/stages/properties/loyal' }] },
        secondVisitOverdueAfterDays: days(1, 730, 30),
        slippingWithinDays: days(0, 730, 14),
      },
    },
    points: {
      type: 'object',
      properties: {
        perCurrencyUnit: { type: 'number', minimum: 0, maximum: 1000, default: 1 },
        signIn: { type: 'integer', minimum: 0, maximum: 1_000_000, default: 1 },
        acts: {
          type: 'object',
          additionalProperties: { type: 'object', properties: { points: { type: 'integer', minimum: 0 }, once: { type: 'boolean', default: false } } },
        },
      },
    },
    recall: {
      type: 'object',
      properties: {
        messages: {
          type: 'object',
          properties: { quietFrom: { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', default: '21:00' }, needsConsent: { type: 'boolean', default: false } },
        },
        templates: { type: 'object', additionalProperties: wording, propertyNames: { pattern: '^[a-z0-9_]{1,64}$' } },
      },
    },
    retention: { type: 'object', properties: { freeTextMonths: { anyOf: [{ type: 'integer', minimum: 1 }, { type: 'null' }], default: null } } },
    newRule: { type: 'boolean', title: 'A rule of a later day', default: true },
    locked: { type: 'array', items: { type: 'string' }, default: [] },
  },
}

/** As the server answers: what is empty is left out. */
export const policy: JsonObject = {
  stages: {
    lostAfterDays: 180,
    dormantAfterDays: 90,
    loyal: { visits: 5, withinDays: 180 },
    active: { visits: 3, withinDays: 120 },
    effective: { visits: 2, withinDays: 90 },
    secondVisitOverdueAfterDays: 30,
    slippingWithinDays: 14,
  },
  points: { perCurrencyUnit: 1, signIn: 1, acts: { comment: { points: 5, once: false } } },
  recall: { messages: { quietFrom: '21:00', needsConsent: false }, templates: { welcome: { en: 'Welcome to {{store}}', zhCn: '欢迎光临{{store}}' } } },
  retention: {},
  newRule: true,
  locked: [],
}
