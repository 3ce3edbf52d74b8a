/** Shorthands for what TypeBox says in more words. */
import Type, {
  type Static,
  type TObject,
  type TOptional,
  type TProperties,
  type TSchema,
  type TUnsafe
} from 'typebox';

/** `null`, or what `schema` says. Messages leave nothing out: what is unknown is `null`. */
export function nullable<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}

/** A field that may be missing. `Type.Optional` copies all of `schema`, and a copy is not found by its name any more. */
export function optional<Schema extends TSchema>(schema: Schema): TOptional<Schema> {
  return Object.assign(Type.Optional(schema) as TOptional<Schema>, schema);
}

/** One of several objects, told apart by the constant in their field `tag`. */
export function tagged<Schemas extends TObject[]>(
  tag: string,
  schemas: [...Schemas],
  options: { description?: string } = {}
) {
  return Type.Union(schemas, { ...options, discriminator: { propertyName: tag } });
}

/** An object of the schema `name` with more of its own kind in the field `children`. */
export function withChildren<Properties extends TProperties>(
  name: string,
  properties: Properties,
  options: { description?: string }
) {
  const own = Type.Object(properties, options);
  type Whole = Static<typeof own> & { children: Whole[] };
  const children = { type: 'array', items: { $ref: `#/$defs/${name}` } };
  // TypeBox types a reference only inside its own modules, whose schemas are copies and could not be shared by name.
  return {
    ...own,
    required: [...Object.keys(properties), 'children'],
    properties: { ...own.properties, children }
  } as unknown as TUnsafe<Whole>;
}
