import { z } from 'zod';
import { workflowSchema } from './schema.ts';

type Json = z.core.JSONSchema.BaseSchema;

/** Where editors find the schema: the first line of a workflow file names it. */
const ADDRESS = 'https://raw.githubusercontent.com/OWNER/vik-action/main/schema/workflow.schema.json';

/** The JSON Schema of a workflow file, for the completion and hover texts of editors. */
export function workflowJsonSchema(): Json {
  const schema = convert(workflowSchema);
  complete(schema);
  return { $id: ADDRESS, ...schema };
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
      if (zodSchema instanceof z.ZodObject) jsonSchema.additionalProperties = false;
      // The highest safe integer is JavaScript's concern, not the author's.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
}

/** Goes down the finished schema: while zod makes it, some properties are still empty. */
function complete(schema: Json): void {
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    if (typeof property === 'boolean') continue;
    complete(property);
    if (schema.required?.includes(key)) property.description = `${property.description} Required.`;
    else allowNothing(property);
  }
  for (const below of [schema.additionalProperties, schema.items, ...(schema.anyOf ?? [])]) {
    if (typeof below === 'object' && !Array.isArray(below)) complete(below);
  }
}

/**
 * `loop:` with nothing after it is an absent section: every key that may be missing may also be null, except a
 * section that needs a key once it is there. Null is also the default where nothing else stands for an absent key.
 */
function allowNothing(property: Json): void {
  property.default ??= null;
  if (property.required !== undefined) return;
  if (typeof property.type === 'string' && property.enum === undefined) {
    Object.assign(property, { type: [property.type, 'null'] });
  } else if (property.anyOf !== undefined) {
    property.anyOf.push({ type: 'null' });
  } else if (property.enum !== undefined) {
    property.enum.push(null);
    delete property.type;
  }
}
