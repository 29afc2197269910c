/** What a form shows after it was sent. `values` is what was typed, so that a refusal loses nothing. */
export type ActionState = {
  status: "idle" | "done" | "refused";
  message: string;
  /** One sentence per field, by the field's name. */
  fields: Record<string, string>;
  values: Record<string, string>;
};

export const idle: ActionState = { status: "idle", message: "", fields: {}, values: {} };
