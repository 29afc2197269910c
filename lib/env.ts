import { z } from "zod";

/** What the process is told from outside, parsed once. Every value is usable as it stands. */
export type Env = {
  /** A postgres:// address. Points nowhere while `embedded` is true and nobody has started that database yet. */
  databaseUrl: string;
  /** True when the database is the one Guildhall brings along. */
  embedded: boolean;
  databasePool: number;
  port: number;
  /** The name organisations are addresses under: acme.ROOT_DOMAIN. */
  rootDomain: string;
  dataDir: string;
  demo: boolean;
  /** Signs sessions; at least 32 characters. */
  secret: string;
  publicProtocol: "http" | "https";
  smtpUrl: string | undefined;
  mailFrom: string;
  trustProxy: boolean;
  /** Where this deployment's halls get their embeddings, unless an admin has given their hall another place; null for the bundled model. */
  embedding: { url: string; model: string; key: string | null } | null;
  /** Halls may use endpoints at http and at addresses inside this server's network. */
  embeddingAllowPrivate: boolean;
};

/** One sentence for each value that cannot be used, in `problems` and, a line each, in `message`. */
export class EnvError extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join("\n"));
    this.name = "EnvError";
  }
}

// A name under .invalid never resolves, so a query that slips out too early fails with this very name in its message.
const notStarted = "postgres://the-embedded-database-is-not-started.invalid/guildhall";

const hostLabel = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const hostname = new RegExp(`^(?=.{1,253}$)(?:${hostLabel}\\.)*(?!\\d+$)${hostLabel}$`);

const flag = z.enum(["0", "1"], "give 0 or 1").transform((text) => text === "1");

function wholeNumber(from: number, to: number) {
  const advice = `give a number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, advice)
    .transform(Number)
    .pipe(z.number().min(from, advice).max(to, advice));
}

function address(advice: string, ...protocols: string[]) {
  return z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), advice);
}

const postgresAddress = address(
  "give an address such as postgres://user:password@host:5432/guildhall",
  "postgres:",
  "postgresql:",
);

const keys = {
  DATABASE_URL: postgresAddress.optional(),
  EMBEDDED: flag.optional(),
  DATABASE_POOL: wholeNumber(1, 500).optional(),
  PORT: wholeNumber(1, 65_535).default(3000),
  ROOT_DOMAIN: z
    .string()
    .regex(hostname, "give a lower-case host name without a port, such as localhost or skills.example.com")
    .default("localhost"),
  DATA_DIR: z.string().default("./.data"),
  DEMO: flag.optional(),
  SECRET: z
    .string()
    .min(32, "give at least 32 random characters, such as what `openssl rand -base64 33` prints")
    .optional(),
  PUBLIC_PROTOCOL: z.enum(["http", "https"], "give http or https").optional(),
  SMTP_URL: address("give an address such as smtp://user:password@host:587", "smtp:", "smtps:").optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@]+@[^\s@]+$/, "give one e-mail address, such as Guildhall <hall@example.com>")
    .optional(),
  TRUST_PROXY: flag.default(false),
  EMBEDDING_URL: address("give an address such as http://localhost:11434/v1", "http:", "https:")
    .refine(
      (text) => !/[?#]|\/\/[^/]*@/.test(text),
      "give an address without ?, # or a password; the key is EMBEDDING_KEY",
    )
    .optional(),
  EMBEDDING_MODEL: z
    .string()
    .regex(
      /^(?!guildhall-)[^\p{C}]{1,200}$/u,
      "give the name the endpoint knows its model by, such as nomic-embed-text",
    )
    .optional(),
  EMBEDDING_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{1,500}$/, "give the key as the endpoint’s owner gave it")
    .optional(),
  EMBEDDING_ALLOW_PRIVATE: flag.default(false),
};

// Passwords and secrets end up in logs when a sentence quotes them.
function quoted(key: string, value: string): string {
  if (key === "SECRET" || key === "EMBEDDING_KEY") return `${key} is ${value.length} characters long`;
  return `${key} is “${value.replace(/(:\/\/[^:@/]*):[^@]*@/, "$1:…@").replace(/\?.*/, "?…")}”`;
}

function randomSecret(): string {
  return Buffer.from(globalThis.crypto.getRandomValues(new Uint8Array(33))).toString("base64url");
}

/** Reads the known keys of `source`; an empty value counts as absent. Throws an EnvError that names every bad value. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.keys(keys).map((key) => [key, source[key]?.trim() || undefined]));
  const { data: read, error } = z.object(keys).safeParse(given);
  if (error) {
    throw new EnvError(
      error.issues.map(({ path, message }) => `${quoted(String(path[0]), given[String(path[0])] ?? "")}; ${message}.`),
    );
  }

  const embedded = read.DATABASE_URL === undefined || read.EMBEDDED === true;
  const local = read.ROOT_DOMAIN === "localhost";
  const problems: string[] = [];
  if (read.DEMO && !local) {
    problems.push(
      `DEMO is “1” while ROOT_DOMAIN is “${read.ROOT_DOMAIN}”; demo sign-ins need no password, so they are offered on localhost only.`,
    );
  }
  if (!read.SECRET && !embedded && !local) {
    problems.push(
      `SECRET is not set; give at least 32 random characters, the same for every server of ${read.ROOT_DOMAIN}.`,
    );
  }
  if (Boolean(read.EMBEDDING_URL) !== Boolean(read.EMBEDDING_MODEL)) {
    const [given, missing] = read.EMBEDDING_URL ? ["URL", "MODEL"] : ["MODEL", "URL"];
    problems.push(
      `EMBEDDING_${given} is set and EMBEDDING_${missing} is not; give both, or neither for the bundled model.`,
    );
  } else if (read.EMBEDDING_KEY && !read.EMBEDDING_URL) {
    problems.push("EMBEDDING_KEY is set without EMBEDDING_URL and EMBEDDING_MODEL; give all three, or none.");
  }
  if (problems.length > 0) throw new EnvError(problems);

  return {
    databaseUrl: read.DATABASE_URL ?? notStarted,
    embedded,
    // The embedded database is one session: a second connection would only wait for the first.
    databasePool: read.DATABASE_POOL ?? (embedded ? 1 : 10),
    port: read.PORT,
    rootDomain: read.ROOT_DOMAIN,
    dataDir: read.DATA_DIR,
    demo: read.DEMO ?? (embedded && local),
    // Without one, sessions last as long as this process; `npm start` keeps one in DATA_DIR.
    secret: read.SECRET ?? randomSecret(),
    publicProtocol: read.PUBLIC_PROTOCOL ?? (local ? "http" : "https"),
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM ?? `Guildhall <no-reply@${read.ROOT_DOMAIN}>`,
    trustProxy: read.TRUST_PROXY,
    embedding:
      read.EMBEDDING_URL && read.EMBEDDING_MODEL
        ? { url: read.EMBEDDING_URL, model: read.EMBEDDING_MODEL, key: read.EMBEDDING_KEY ?? null }
        : null,
    embeddingAllowPrivate: read.EMBEDDING_ALLOW_PRIVATE,
  };
}

// Next evaluates a shared module several times in one process; only globalThis is really one.
const shared = globalThis as typeof globalThis & { guildhallEnv?: Env };

/** The environment of this process, parsed at the first call. */
export function env(): Env {
  shared.guildhallEnv ??= parseEnv(process.env);
  return shared.guildhallEnv;
}
