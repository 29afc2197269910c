// The web server: Next's own request handler behind Node's http server, for four things that `next start` does not do. What a
// client claims about itself in forwarding headers is dropped unless a proxy is trusted; a page that failed because the database
// is away answers 503 instead of 500; static files go out as the build compressed them; and a stop lets open requests finish while the readiness page already says no.
import { AsyncLocalStorage } from "node:async_hooks";
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import next from "next";
import { buildFolder } from "./build.mjs";
import { staticFiles } from "./static-files.mjs";

const { values } = parseArgs({ options: { port: { type: "string", default: "3000" }, host: { type: "string" } } });
const port = Number(values.port);
const trustProxy = process.env.TRUST_PROXY === "1";
const requests = new AsyncLocalStorage();
globalThis.guildhallRequests = requests;

const app = next({ dev: false, dir: process.cwd(), port, hostname: values.host ?? "localhost" });
await app.prepare();
const handle = app.getRequestHandler();
const serveStatic = staticFiles(buildFolder());

const server = createServer(
  { keepAliveTimeout: 65_000, requestTimeout: 60_000, headersTimeout: 20_000 },
  (request, response) => {
    if (!trustProxy) dropClaims(request);
    const refusal =
      (!isForOneHost(request) && "The request names two hosts.") ||
      (!isReadable(request.url) && "This address cannot be read.");
    if (refusal) {
      response.writeHead(400, { "content-type": "text/plain; charset=utf-8", connection: "close" });
      return response.end(`${refusal}\n`);
    }
    serveStatic(request, response, () => servePage(request, response));
  },
);

function servePage(request, response) {
  requests.run({ unavailable: false }, () => {
    answerOutagesAs503(response, requests.getStore());
    handle(request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}

function dropClaims(request) {
  for (const name of Object.keys(request.headers)) if (name.startsWith("x-forwarded-")) delete request.headers[name];
  request.headers["x-forwarded-for"] = request.socket.remoteAddress;
}

// A request line may carry a whole address, as it does towards a proxy. Next would answer it with a redirect to that address.
function isForOneHost(request) {
  if (request.url.startsWith("/") || request.url === "*") return true;
  if (!URL.canParse(request.url)) return false;
  const { host, pathname, search } = new URL(request.url);
  request.url = pathname + search;
  return host === request.headers.host?.toLowerCase();
}

// Next fails on a path with half an escape in it, and the database on one with a NUL; nothing of ours is at either.
function isReadable(url) {
  try {
    return !decodeURIComponent(url.split("?", 1)[0]).includes("\0");
  } catch {
    return false;
  }
}

function answerOutagesAs503(response, outcome) {
  const writeHead = response.writeHead;
  response.writeHead = (status, ...rest) => {
    if (status !== 500 || !outcome.unavailable) return writeHead.call(response, status, ...rest);
    response.setHeader("retry-after", "5");
    response.setHeader("cache-control", "private, no-store");
    return writeHead.call(response, 503, ...rest);
  };
}

server.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
server.listen({ port, host: values.host });

for (const signal of ["SIGTERM", "SIGINT"]) {
  process.once(signal, () => {
    globalThis.guildhallDraining = true;
    server.close(() => process.exit(0));
    // A browser keeps its connection open between requests; waiting for it to hang up would be waiting for the browser to close.
    const sweep = setInterval(() => server.closeIdleConnections(), 100);
    sweep.unref();
  });
}
