import { z } from "zod";

export const MAX_ENDPOINT_URL = 500;
export const MAX_MODEL_NAME = 200;
export const MAX_ENDPOINT_KEY = 500;

/** The form's address as it is kept: without a slash or the interface's own last part at its end. Null for what is none. */
function endpointAddress(text: string): string | null {
  const url = parsed(text);
  if (!url) return null;
  const isPlain = !url.username && !url.password && !url.search && !url.hash && !/[?#]/.test(text);
  if (!isPlain || !/^https?:$/.test(url.protocol)) return null;
  return url.href.replace(/\/+$/, "").replace(/\/embeddings$/, "");
}

// `URL.canParse` is not in every browser that shows the form.
function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

// What an endpoint said in the form of an earlier state was not changed by; empty for a hall that had none.
const revision = z.string().max(40).default("");

/** A hall's own endpoint. An empty key keeps the one that is stored. */
export const searchModelInput = z.strictObject({
  url: z
    .string()
    .trim()
    .max(MAX_ENDPOINT_URL, "This address is too long.")
    .transform((text, check) => {
      const address = endpointAddress(text);
      if (address) return address;
      check.addIssue("Give an address such as https://api.example.com/v1, without a ?, a # or a password.");
      return z.NEVER;
    }),
  model: z
    .string()
    .trim()
    .regex(/^[^\p{C}]{1,200}$/u, "Give the name that the endpoint knows the model by.")
    .refine((name) => !/^guildhall-/i.test(name), "Names that begin with “guildhall-” are Guildhall’s own models."),
  key: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{0,500}$/, "A key is up to 500 letters, digits and signs, without spaces.")
    .default(""),
  forgetKey: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
  revision,
});

export type SearchModelInput = z.infer<typeof searchModelInput>;

export const removeSearchModelInput = z.strictObject({ revision });
