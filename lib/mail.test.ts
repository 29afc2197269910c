import { createServer, type Server } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseEnv } from "./env";
import { sendLetter } from "./mail";
import { listOutbox } from "./outbox";

const shared = globalThis as { guildhallEnv?: unknown; guildhallMailer?: unknown };
const letter = { to: "sam@acme.example", subject: "Sign in to Acme", text: "Press the button." };

let server: Server;
let received = "";

beforeEach(async () => {
  received = "";
  server = createServer((socket) => {
    let inLetter = false;
    socket.write("220 here\r\n");
    socket.on("data", (chunk) => {
      received += chunk;
      if (inLetter && !received.endsWith("\r\n.\r\n")) return;
      inLetter = String(chunk).startsWith("DATA");
      socket.write(inLetter ? "354 go on\r\n" : "250 good\r\n");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(() => {
  server.close();
  shared.guildhallEnv = undefined;
  shared.guildhallMailer = undefined;
});

test("with a mail server set, a letter goes there and nowhere else", async () => {
  const { port } = server.address() as { port: number };
  shared.guildhallEnv = parseEnv({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "Hall <hall@acme.example>" });
  await sendLetter("one", letter);
  expect(received).toContain("RCPT TO:<sam@acme.example>");
  expect(received).toContain("From: Hall <hall@acme.example>");
  expect(received).toContain("Press the button.");
  expect(listOutbox("one")).toEqual([]);
});

test("without one, the demo keeps a letter for its own organisation's outbox", async () => {
  shared.guildhallEnv = parseEnv({ DEMO: "1" });
  await sendLetter("two", letter);
  expect(listOutbox("two")).toMatchObject([letter]);
  expect(listOutbox("three")).toEqual([]);
  expect(received).toBe("");
});

test("outside of the demo no letter is kept", async () => {
  shared.guildhallEnv = parseEnv({ DEMO: "0" });
  await sendLetter("four", letter);
  expect(listOutbox("four")).toEqual([]);
});
