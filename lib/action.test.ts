import { expect, test } from "vitest";
import { z } from "zod";
import { jsonRefusal, parseForm } from "./action";
import { DomainError } from "./errors";

const schema = z.strictObject({
  name: z.string("Give it a name.").min(1, "Give it a name.").max(10, "Ten letters at most."),
});

function formOf(...fields: [string, string | Blob][]): FormData {
  const form = new FormData();
  for (const [key, value] of fields) form.append(key, value);
  return form;
}

function refusalOf(form: FormData): DomainError {
  try {
    parseForm(schema, form);
  } catch (error) {
    return error as DomainError;
  }
  throw new Error("It was accepted.");
}

test("a form's fields reach the schema, without Next's own", () => {
  expect(parseForm(schema, formOf(["name", "hall"], ["$ACTION_ID_1", ""]))).toEqual({ name: "hall" });
});

test.each([
  ["nothing", formOf(), { name: "Give it a name." }],
  ["a field twice", formOf(["name", "a"], ["name", "b"]), { name: "Give it a name." }],
  ["a file for a text", formOf(["name", new Blob(["x"])]), { name: "Give it a name." }],
  ["too much", formOf(["name", "x".repeat(1_000_000)]), { name: "Ten letters at most." }],
])("%s is refused with a sentence for the field", (_, form, fields) => {
  expect(refusalOf(form)).toMatchObject({ code: "invalid", fields });
});

test.each(["role", "__proto__", "constructor", "name[]"])("the extra field %s is refused", (key) => {
  const refusal = refusalOf(formOf(["name", "hall"], [key, "admin"]));
  expect(refusal).toMatchObject({ code: "invalid" });
  expect(({} as { admin?: string }).admin).toBeUndefined();
});

test("a route answers a refusal with its sentence and status, and lets a bug travel up", async () => {
  const answer = jsonRefusal(new DomainError("conflict", "That version exists.", { version: "Choose another." }));
  expect(answer.status).toBe(409);
  expect(await answer.json()).toEqual({
    error: "That version exists.",
    code: "conflict",
    fields: { version: "Choose another." },
  });
  expect(() => jsonRefusal(new TypeError("a bug"))).toThrow("a bug");
});
