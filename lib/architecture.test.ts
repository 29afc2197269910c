// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of code are given as text here
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

// What the compiler and the layer rules cannot say. Each list of exceptions gives its reasons and must stay true: an
// exception that nothing needs any more fails as well.

const TABLES = new Map(
  filesIn("db/schema").flatMap((name) =>
    [...readFileSync(name, "utf8").matchAll(/export const (\w+) = pgTable\(\s*"(\w+)"/g)].map(
      ([, variable, table]) => [variable ?? "", table ?? ""] as const,
    ),
  ),
);

const SESSION_SETTINGS = {
  "lib/services/unit.ts": "the role and the tenant of every transaction",
  "lib/services/tenants.ts": "what happens before a tenant is known, and its founding",
  "lib/services/audit-check.ts": "a longer patience for a walk over a whole log",
};
const POOL = {
  "lib/services/unit.ts": "the two doors",
  "lib/services/tenants.ts": "what happens before a tenant is known",
};
const INNER_HTML = {
  "components/ui/text/prose.tsx": "what lib/markdown rendered, where nothing that runs or loads is let through",
};

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !/\.test\.tsx?$|testing\.ts$|\/isolation\//.test(name));
}

const parse = (name: string, text: string) => ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
const sources = ["app", "components", "lib"].flatMap(filesIn).map((name) => parse(name, readFileSync(name, "utf8")));

/** The files that have a node of this kind. Comments are not code, and so never count. */
function filesWith(found: (node: ts.Node) => boolean): string[] {
  const has = (node: ts.Node): boolean => found(node) || (ts.forEachChild(node, has) ?? false);
  return sources.filter(has).map((source) => source.fileName);
}

const textOf = (node: ts.Node): string | null =>
  ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) ? node.text : null;
const isName = (node: ts.Node, name: string) => ts.isIdentifier(node) && node.text === name;

describe("the database is reached by two doors", () => {
  test("SQL is put together from text nowhere", () => {
    const raw = filesWith((node) => ts.isPropertyAccessExpression(node) && node.getText() === "sql.raw");
    expect(raw).toEqual([]);
  });

  test("role and tenant are set by the two doors alone", () => {
    const sets = filesWith((node) => /set_config\s*\(|\bset\s+(local\s+)?(role|session)\b/i.test(textOf(node) ?? ""));
    expect(sets.sort()).toEqual(Object.keys(SESSION_SETTINGS).sort());
    const context = filesWith((node) => /set_config\(\s*'(role|app\.)/.test(textOf(node) ?? ""));
    expect(context.sort()).toEqual(["lib/services/tenants.ts", "lib/services/unit.ts"]);
  });

  test("the pool is known to the two doors alone", () => {
    const importing = filesWith((node) => {
      if (!ts.isImportDeclaration(node) || textOf(node.moduleSpecifier) !== "@/db/client") return false;
      return !node.importClause?.isTypeOnly;
    });
    expect(importing.sort()).toEqual(Object.keys(POOL).sort());
  });
});

describe("what is kept in memory belongs to nobody", () => {
  test("nothing is cached across requests by the framework", () => {
    const cached = filesWith(
      (node) =>
        ["unstable_cache", "revalidateTag", "cacheTag", "cacheLife"].some((name) => isName(node, name)) ||
        /^use cache/.test(textOf(node) ?? ""),
    );
    expect(cached).toEqual([]);
  });

  test("no module has a variable that changes: the next request would find what the last one left", () => {
    const changing = sources.filter((source) =>
      source.statements.some(
        (statement) => ts.isVariableStatement(statement) && !(statement.declarationList.flags & ts.NodeFlags.Const),
      ),
    );
    expect(changing.map((source) => source.fileName)).toEqual([]);
  });
});

test("HTML is put into a page as it is in one component", () => {
  expect(filesWith((node) => isName(node, "dangerouslySetInnerHTML"))).toEqual(Object.keys(INNER_HTML));
});

// Every query of a service names its tenant -------------------------------------------------------------------------

type Complaint = string;

/** A query's conditions, and everything that can stand for them: constants and functions of the services, by name. */
class Queries {
  private readonly declared = new Map<string, ts.Node[]>();

  constructor(private readonly files: ts.SourceFile[]) {
    for (const file of files) {
      this.each(file, (node) => {
        const isNamed = ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node);
        if (isNamed && node.name && ts.isIdentifier(node.name)) {
          this.declared.set(node.name.text, [...(this.declared.get(node.name.text) ?? []), node]);
        }
      });
    }
  }

  complaints(): Complaint[] {
    const found: Complaint[] = [];
    for (const file of this.files) {
      this.each(file, (node) => {
        const complaint = ts.isCallExpression(node) ? this.ofCall(node) : this.ofTemplate(node);
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        if (complaint) found.push(`${file.fileName}:${line + 1} ${complaint}`);
      });
    }
    return found;
  }

  private each(node: ts.Node, visit: (node: ts.Node) => void): void {
    visit(node);
    ts.forEachChild(node, (child) => this.each(child, visit));
  }

  /** Of several things of one name the one of the same file is meant, else all of them have to do. */
  private meanings(name: ts.Identifier): ts.Node[] {
    const all = this.declared.get(name.text) ?? [];
    const near = all.filter((node) => node.getSourceFile() === name.getSourceFile());
    return near.length > 0 ? near : all;
  }

  /** Whether a condition holds for one tenant's rows only. `or` never does; `and` does when one of its parts does. */
  private isBound(node: ts.Node, depth = 0): boolean {
    if (depth > 8) return false;
    if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) return this.isBound(node.expression, depth + 1);
    // No row at all is nobody else's row.
    if (ts.isTaggedTemplateExpression(node)) return node.getText() === "sql`false`";
    if (ts.isConditionalExpression(node)) {
      return this.isBound(node.whenTrue, depth + 1) && this.isBound(node.whenFalse, depth + 1);
    }
    if (ts.isIdentifier(node)) return this.isEveryMeaningBound(node, depth);
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return false;
    const { text } = node.expression;
    if (text === "inTenant") return node.arguments.length >= 2 && ts.isIdentifier(node.arguments[0] as ts.Node);
    if (text === "eq") return node.arguments.every((argument) => /\.tenantId$|^tenants\.id$/.test(argument.getText()));
    if (text === "and") return node.arguments.some((argument) => this.isBound(argument, depth + 1));
    if (text === "or" || text === "not") return false;
    return this.isEveryMeaningBound(node.expression, depth);
  }

  private isEveryMeaningBound(name: ts.Identifier, depth: number): boolean {
    const meanings = this.meanings(name);
    return meanings.length > 0 && meanings.every((node) => this.resultsOf(node, depth));
  }

  private resultsOf(node: ts.Node, depth: number): boolean {
    if (ts.isVariableDeclaration(node)) {
      const value = node.initializer;
      if (!value) return false;
      return ts.isArrowFunction(value) ? this.bodyIsBound(value.body, depth) : this.isBound(value, depth + 1);
    }
    return ts.isFunctionDeclaration(node) && node.body !== undefined && this.bodyIsBound(node.body, depth);
  }

  private bodyIsBound(body: ts.ConciseBody, depth: number): boolean {
    if (!ts.isBlock(body)) return this.isBound(body, depth + 1);
    const returned: ts.Expression[] = [];
    this.each(body, (node) => {
      if (ts.isReturnStatement(node) && node.expression) returned.push(node.expression);
    });
    return returned.length > 0 && returned.every((expression) => this.isBound(expression, depth + 1));
  }

  private ofCall(call: ts.CallExpression): Complaint | null {
    if (!ts.isPropertyAccessExpression(call.expression)) return null;
    const verb = call.expression.name.text;
    const [first, second] = call.arguments;
    if (verb === "where" && !(first && this.isBound(first))) return `where(${shortly(first)}) is no inTenant`;
    if (/^(inner|left|right|full|cross)Join/.test(verb) && isTable(first) && !(second && this.isBound(second))) {
      return `${verb}(${shortly(first)}) leaves the tenant out`;
    }
    if (verb === "$count" && !(second && this.isBound(second))) return `$count(${shortly(first)}) counts every tenant`;
    const opens = verb === "from" ? isTable(first) : verb === "delete" || verb === "update" ? isTable(first) : false;
    if (opens && !chainOf(call).some((name) => name === "where" || name === "$dynamic")) {
      return `${verb}(${shortly(first)}) has no where`;
    }
    return /\b(tx|db)\.query\./.test(call.expression.getText()) ? "tx.query is not checked here: write a select" : null;
  }

  /** In SQL as text each table that is read or changed needs a condition of its own. */
  private ofTemplate(node: ts.Node): Complaint | null {
    if (!ts.isTaggedTemplateExpression(node) || !/^sql\b/.test(node.tag.getText())) return null;
    const literals = ts.isNoSubstitutionTemplateLiteral(node.template)
      ? [node.template.text]
      : [node.template.head.text, ...node.template.templateSpans.map((span) => span.literal.text)];
    const values = ts.isNoSubstitutionTemplateLiteral(node.template)
      ? []
      : node.template.templateSpans.map((span) => span.expression);
    const named = [...TABLES.values()].find((table) =>
      new RegExp(`\\b(from|join|update|into|using)\\s+"?${table}\\b`, "i").test(literals.join(" ")),
    );
    if (named) return `“${named}” is written out: use the schema's table, so that it can be checked`;
    const read = values.filter(
      (value, at) => /\b(from|join|update|using)\s+(only\s+)?$/i.test(literals[at] ?? "") && isTable(value),
    );
    const bound = values.filter((value) => this.isBound(value));
    return read.length > bound.length ? `${read.length} tables, ${bound.length} inTenant: ${shortly(node)}` : null;
  }
}

/** A table of the schema, or an alias of one, as a service names it. */
function isTable(node: ts.Node | undefined): boolean {
  if (!node || !ts.isIdentifier(node)) return false;
  if (TABLES.has(node.text)) return true;
  return new RegExp(`\\b${node.text} = alias\\(`).test(node.getSourceFile().text);
}

/** The names of all calls that follow in the same chain. */
function chainOf(call: ts.Node): string[] {
  const names: string[] = [];
  let node = call;
  while (ts.isCallExpression(node.parent) || ts.isPropertyAccessExpression(node.parent)) {
    if (ts.isCallExpression(node.parent) && node.parent.expression !== node) break;
    if (ts.isPropertyAccessExpression(node.parent)) names.push(node.parent.name.text);
    node = node.parent;
  }
  return names;
}

const shortly = (node: ts.Node | undefined) => node?.getText().replace(/\s+/g, " ").slice(0, 80) ?? "";

/** Services, without the file whose queries run before a tenant is known, and the two that all of this stands on. */
const services = sources.filter(
  ({ fileName }) => fileName.startsWith("lib/services/") && !/\/(tenants|unit|scope|refusal)\.ts$/.test(fileName),
);

describe("every query of a service names its tenant", () => {
  test("in every where, join, count and SQL text", () => {
    expect(services.length).toBeGreaterThan(20);
    expect(new Queries(services).complaints()).toEqual([]);
  });

  test.for([
    ["tx.select().from(skills).where(eq(skills.slug, slug))", "is no inTenant"],
    ["tx.select().from(skills).where(or(inTenant(ctx, skills), isOpen))", "is no inTenant"],
    ["const isMine = eq(skills.authorId, id); tx.select().from(skills).where(isMine)", "is no inTenant"],
    ["const own = (id) => eq(skills.id, id); tx.delete(skills).where(own(id))", "is no inTenant"],
    [
      "const one = (a) => { if (a) return sql`true`; return inTenant(ctx, skills); }; tx.delete(skills).where(one(1))",
      "no inT",
    ],
    ["tx.select().from(skills).where()", "is no inTenant"],
    ["tx.select().from(skills)", "has no where"],
    ["tx.update(skills).set({ name })", "has no where"],
    ["tx.delete(skills)", "has no where"],
    [
      "tx.select().from(skills).innerJoin(users, eq(users.id, skills.authorId)).where(inTenant(ctx, skills))",
      "tenant out",
    ],
    ["tx.$count(skills)", "counts every tenant"],
    ["tx.query.skills.findMany()", "not checked"],
    ["tx.execute(sql`select count(*) from ${skills}`)", "1 tables, 0 inTenant"],
    ["tx.execute(sql`update ${skills} set name = ${name} where slug = ${slug}`)", "1 tables, 0 inTenant"],
    ["tx.execute(sql`select 1 from ${skills} join ${users} on true where ${inTenant(ctx, skills)}`)", "2 tables, 1 in"],
    ["tx.execute(sql`select count(*) from skills`)", "written out"],
  ])("this would be found: %s", ([code, complaint]) => {
    expect(new Queries([parse("bad.ts", code ?? "")]).complaints().join()).toContain(complaint);
  });

  test.for([
    "tx.select().from(skills).where(inTenant(ctx, skills, eq(skills.slug, slug)))",
    "const mine = (ctx) => inTenant(ctx, skills); tx.delete(skills).where(mine(ctx))",
    "tx.select().from(skills).innerJoin(users, inTenant(ctx, users)).where(and(inTenant(ctx, skills), isOpen))",
    "tx.execute(sql`select 1 from ${skills} where ${inTenant(ctx, skills)}`)",
    "const one = (a) => { if (a) return sql`false`; return inTenant(ctx, skills); }; tx.delete(skills).where(one(1))",
  ])("this is let through: %s", (code) => {
    expect(new Queries([parse("good.ts", code)]).complaints()).toEqual([]);
  });
});
