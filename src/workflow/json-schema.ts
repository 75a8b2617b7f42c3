import { z } from 'zod';
import { workflowSchema } from './schema.ts';

type Json = z.core.JSONSchema.BaseSchema;

/** The JSON Schema of a workflow file, for the completion and hover texts of editors. */
export function workflowJsonSchema(): Json {
  return convert(workflowSchema);
}

function convert(schema: z.core.$ZodType): Json {
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema instanceof z.ZodMap) {
        const { $schema: _, ...inner } = convert(zodSchema.valueType);
        jsonSchema.type = 'object';
        jsonSchema.additionalProperties = inner;
        if (!zodSchema.safeParse(new Map()).success) jsonSchema.minProperties = 1;
        if (jsonSchema.default !== undefined) jsonSchema.default = {};
      }
      if (zodSchema instanceof z.ZodObject) {
        jsonSchema.additionalProperties = false;
        allowNothing(jsonSchema);
      }
      // The highest safe integer is JavaScript's concern, not the author's.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
}

/**
 * `loop:` with nothing after it is an absent section: every key that may be missing may also be null, except a
 * section that needs a key once it is there.
 */
function allowNothing(schema: Json): void {
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    if (typeof property === 'boolean' || schema.required?.includes(key) || property.required !== undefined)
      continue;
    if (typeof property.type === 'string' && property.enum === undefined) {
      Object.assign(property, { type: [property.type, 'null'] });
    } else if (property.anyOf !== undefined) {
      property.anyOf.push({ type: 'null' });
    } else if (property.enum !== undefined) {
      property.enum.push(null);
      delete property.type;
    }
  }
}
