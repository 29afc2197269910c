import { describe, expect, test } from "vitest";
import { EnvError, parseEnv } from "./env";

const secret = "a-secret-of-well-over-thirty-two-characters";
const production = { DATABASE_URL: "postgres://hall:pw@db:5432/hall", ROOT_DOMAIN: "example.com", SECRET: secret };

function problems(source: Record<string, string>): string[] {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
  return [];
}

describe("what holds when nothing is set", () => {
  test("the embedded database, one connection, demo sign-ins, localhost", () => {
    expect(parseEnv({})).toMatchObject({
      embedded: true,
      databasePool: 1,
      port: 3000,
      rootDomain: "localhost",
      dataDir: "./.data",
      demo: true,
      publicProtocol: "http",
      smtpUrl: undefined,
      mailFrom: "Guildhall <no-reply@localhost>",
      trustProxy: false,
    });
  });

  test("two processes never share a secret", () => {
    expect(parseEnv({}).secret).toHaveLength(44);
    expect(parseEnv({}).secret).not.toBe(parseEnv({}).secret);
  });

  test("an empty value counts as absent", () => {
    expect(parseEnv({ PORT: "", DATABASE_URL: " " })).toMatchObject({ port: 3000, embedded: true });
  });
});

describe("what follows from a database of one's own", () => {
  test("ten connections and no demo", () => {
    expect(parseEnv({ DATABASE_URL: "postgres://db/hall" })).toMatchObject({
      embedded: false,
      databasePool: 10,
      demo: false,
    });
  });

  test("the embedded database keeps one connection when its address is handed on", () => {
    expect(parseEnv({ DATABASE_URL: "postgres://127.0.0.1:5/x", EMBEDDED: "1" })).toMatchObject({
      databaseUrl: "postgres://127.0.0.1:5/x",
      embedded: true,
      databasePool: 1,
      demo: true,
    });
  });

  test("https outside localhost, unless it is said otherwise", () => {
    expect(parseEnv(production).publicProtocol).toBe("https");
    expect(parseEnv({ ...production, PUBLIC_PROTOCOL: "http" }).publicProtocol).toBe("http");
  });
});

test("an endpoint for embeddings, with and without a key; none unless it is named", () => {
  expect(parseEnv({}).embedding).toBeNull();
  const endpoint = { EMBEDDING_URL: "http://localhost:11434/v1", EMBEDDING_MODEL: "nomic-embed-text" };
  expect(parseEnv(endpoint).embedding).toEqual({ url: endpoint.EMBEDDING_URL, model: "nomic-embed-text", key: null });
  expect(parseEnv({ ...endpoint, EMBEDDING_KEY: "sk-1" })).toMatchObject({
    embedding: { key: "sk-1" },
    embeddingAllowPrivate: false,
  });
});

describe("a bad value gets one sentence that says what to give", () => {
  test.each([
    [{ PORT: "abc" }, "PORT is “abc”; give a number from 1 to 65535."],
    [{ PORT: "0" }, "PORT is “0”; give a number from 1 to 65535."],
    [{ PORT: "65536" }, "PORT is “65536”; give a number from 1 to 65535."],
    [{ DATABASE_POOL: "-1" }, "DATABASE_POOL is “-1”; give a number from 1 to 500."],
    [{ DEMO: "yes" }, "DEMO is “yes”; give 0 or 1."],
    [{ PUBLIC_PROTOCOL: "ftp" }, "PUBLIC_PROTOCOL is “ftp”; give http or https."],
    [{ SECRET: "short" }, /^SECRET is 5 characters long; give at least 32/],
    [
      { DATABASE_URL: "mysql://u:hunter2@h/d" },
      /^DATABASE_URL is “mysql:\/\/u:…@h\/d”; give an address such as postgres:/,
    ],
    [{ SMTP_URL: "mail.example.com" }, /^SMTP_URL is “mail.example.com”; give an address such as smtp:/],
    [
      { EMBEDDING_URL: "localhost", EMBEDDING_MODEL: "m" },
      /^EMBEDDING_URL is “localhost”; give an address such as http:/,
    ],
    [
      { EMBEDDING_URL: "https://a.example/v1?key=hunter2", EMBEDDING_MODEL: "m" },
      /^EMBEDDING_URL is “https:\/\/a.example\/v1\?…”; give an address without \?/,
    ],
    [{ EMBEDDING_URL: "https://a.example/v1" }, /^EMBEDDING_URL is set and EMBEDDING_MODEL is not; give both/],
    [{ EMBEDDING_MODEL: "m" }, /^EMBEDDING_MODEL is set and EMBEDDING_URL is not; give both/],
    [{ EMBEDDING_KEY: "hunter2" }, /^EMBEDDING_KEY is set without EMBEDDING_URL/],
    [
      { EMBEDDING_URL: "https://a.example", EMBEDDING_MODEL: "guildhall-static-1" },
      /^EMBEDDING_MODEL is “guildhall-static-1”; give the name/,
    ],
    [{ EMBEDDING_ALLOW_PRIVATE: "yes" }, "EMBEDDING_ALLOW_PRIVATE is “yes”; give 0 or 1."],
    [{ MAIL_FROM: "nobody" }, /^MAIL_FROM is “nobody”; give one e-mail address/],
  ])("%o", (source, sentence) => {
    const [problem, ...others] = problems(source as Record<string, string>);
    expect(problem).toMatch(sentence);
    expect(others).toEqual([]);
  });

  test.each(["Localhost", "localhost:3000", "a..b", "-a.example", "10.0.0.1", "https://example.com", "a b"])(
    "ROOT_DOMAIN %s",
    (name) => {
      expect(problems({ ROOT_DOMAIN: name, SECRET: secret })[0]).toMatch(
        /^ROOT_DOMAIN is “.*”; give a lower-case host name/,
      );
    },
  );

  test("all of them at once", () => {
    expect(problems({ PORT: "x", DEMO: "2", SECRET: "s" })).toHaveLength(3);
  });

  test("a password is never repeated", () => {
    expect(problems({ DATABASE_URL: "mysql://u:hunter2@h/d" }).join()).not.toContain("hunter2");
    expect(problems({ SECRET: "hunter2" }).join()).not.toContain("hunter2");
    expect(problems({ EMBEDDING_KEY: "hunter2 with a space" }).join()).not.toContain("hunter2");
  });
});

test("demo sign-ins are refused on a public name", () => {
  expect(problems({ ...production, DEMO: "1" })).toEqual([
    expect.stringMatching(/^DEMO is “1” while ROOT_DOMAIN is “example.com”/),
  ]);
  expect(parseEnv(production).demo).toBe(false);
});

test("a public name with a database of its own needs a secret", () => {
  expect(problems({ DATABASE_URL: "postgres://db/hall", ROOT_DOMAIN: "example.com" })[0]).toMatch(
    /^SECRET is not set; /,
  );
  expect(parseEnv(production).secret).toBe(secret);
});
