import { z } from "zod";

/** The hash of a logo, or nothing where there is none. */
export const logoHashInput = z
  .string()
  .regex(/^([0-9a-f]{64})?$/, "This is not a logo of this hall. Reload the page.")
  .transform((text) => text || null);

export const removeLogoInput = z.strictObject({ replaces: logoHashInput });
