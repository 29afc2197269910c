import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { type ActionState, idle } from "./action-state";
import type { MemberContext } from "./context";
import { DomainError, statusOf } from "./errors";
import type { Role } from "./roles";
import { requireMember } from "./tenant";

/**
 * One form sent by a member: parsed strictly, then handed to `work`, whose sentence says what was done. A refusal comes
 * back as a state that the form shows beside what was typed; any other error travels up.
 */
export async function runAction<Input>(
  schema: z.ZodType<Input>,
  form: FormData,
  work: (ctx: MemberContext, input: Input) => Promise<string>,
  role: Role = "viewer",
): Promise<ActionState> {
  const { ctx } = await requireMember(role);
  // Whoever calls an action by hand may send anything in the form's place.
  if (!(form instanceof FormData)) return { ...idle, status: "refused", message: "This was not sent by a form." };
  const values = textOf(form);
  try {
    const message = await work(ctx, parseForm(schema, form));
    return { status: "done", message, fields: {}, values: {} };
  } catch (error) {
    unstable_rethrow(error);
    if (!(error instanceof DomainError)) throw error;
    return { status: "refused", message: error.message, fields: { ...error.fields }, values };
  }
}

/**
 * A form as its schema sees it. A field given twice is an array, which a schema must ask for; a key it does not know is refused.
 * @throws DomainError `invalid` with a sentence for each field
 */
export function parseForm<Input>(schema: z.ZodType<Input>, form: FormData): Input {
  const given: Record<string, unknown> = Object.create(null);
  for (const key of new Set(form.keys())) {
    // Next's own fields, which name the action and its bound arguments.
    if (key.startsWith("$ACTION_")) continue;
    const all = form.getAll(key);
    given[key] = all.length === 1 ? all[0] : all;
  }
  const parsed = schema.safeParse({ ...given });
  if (parsed.success) return parsed.data;
  throw new DomainError("invalid", "Some of this cannot be used yet. The fields say why.", fieldsOf(parsed.error));
}

/** The first sentence for each field of a zod error. */
export function fieldsOf(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const key = issue.code === "unrecognized_keys" ? "form" : String(issue.path[0] ?? "form");
    fields[key] ??= sentenceOf(issue);
  }
  return fields;
}

/** A schema's own sentence; where it has none, zod's words are a programmer's, so they are not shown. */
function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return "The form has fields that are not known here. Reload the page.";
  if (/^(Invalid|Too) /.test(issue.message)) return "This is missing, or not of the kind that is asked for here.";
  return issue.message;
}

/** What was typed, by field, without Next's own fields: so that a refusal can show it again. */
export function textOf(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [key, value] of form) if (typeof value === "string" && !key.startsWith("$ACTION_")) values[key] ??= value;
  return values;
}

/** A refusal as a route handler answers it: a sentence and, for a form, its fields. Any other error travels up. */
export function jsonRefusal(error: unknown): Response {
  unstable_rethrow(error);
  if (!(error instanceof DomainError)) throw error;
  return Response.json(
    { error: error.message, code: error.code, fields: error.fields },
    { status: statusOf(error.code), headers: { "cache-control": "private, no-store" } },
  );
}
