/** An address's query as a page is given it. */
export type Query = Promise<Record<string, string | string[] | undefined>>;

/** A parameter's one value; of several the first; undefined when it is absent or empty. */
export function oneOf(value: string | string[] | undefined): string | undefined {
  return (Array.isArray(value) ? value[0] : value) || undefined;
}
