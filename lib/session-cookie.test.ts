import { afterEach, beforeEach, expect, test } from "vitest";
import { parseEnv } from "./env";
import { cookieName, cookieOptions, jwtOf, readSessionCookie } from "./session-cookie";

const shared = globalThis as { guildhallEnv?: unknown };
const secret = "a secret of at least thirty-two characters";
const setEnv = (more: Record<string, string> = {}) => {
  shared.guildhallEnv = parseEnv({ SECRET: secret, ...more });
};

beforeEach(() => setEnv());
afterEach(() => {
  shared.guildhallEnv = undefined;
});

const cookieFor = (tid: string, key = secret, maxAge = 60) =>
  jwtOf(tid).encode({ token: { tid, sid: "s1" }, secret: key, maxAge });

test("a cookie is read in the hall that it was made in, and is nothing in another", async () => {
  const cookie = await cookieFor("acme");
  expect(await readSessionCookie(cookie, "acme")).toEqual({ tid: "acme", sid: "s1" });
  expect(await readSessionCookie(cookie, "globex")).toBeNull();
  expect(await jwtOf("globex").decode({ token: cookie, secret })).toBeNull();
});

test("a cookie that is garbage, foreign or out of date is nothing, and never an error", async () => {
  const foreign = await cookieFor("acme", "another deployment's secret, just as long");
  const old = await cookieFor("acme", secret, -60);
  for (const cookie of [undefined, "", "x", "a.b.c.d.e", "eyJhbGciOiJub25lIn0.e30.", foreign, old, "a".repeat(9_000)]) {
    expect(await readSessionCookie(cookie, "acme")).toBeNull();
  }
});

test("over https a cookie is locked to its host; over http on localhost it has a plain name", () => {
  expect(cookieName("session")).toBe("guildhall.session");
  expect(cookieOptions()).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: false });
  setEnv({ ROOT_DOMAIN: "example.com" });
  expect(cookieName("session")).toBe("__Host-guildhall.session");
  expect(cookieOptions()).toMatchObject({ secure: true, path: "/" });
});
