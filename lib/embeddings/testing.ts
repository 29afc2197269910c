import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { hashedEmbedder } from "./hashed";

type Asked = { model: string; input: string[]; authorization: string | undefined; path: string | undefined };

/** What the endpoint does with one request. */
export type Behaviour = (asked: Asked, response: ServerResponse) => void | Promise<void>;

/** A small endpoint on loopback. It answers rightly until `next` says otherwise for the requests that follow, one each. */
export type EndpointServer = {
  url: string;
  /** Every request it has had, oldest first. */
  asked: Asked[];
  next: (...behaviours: Behaviour[]) => void;
  /** For every request from now on. */
  always: (behaviour: Behaviour) => void;
  close: () => Promise<void>;
};

export async function endpointServer(): Promise<EndpointServer> {
  const asked: Asked[] = [];
  let queue: Behaviour[] = [];
  let usual: Behaviour = rightly();
  const server: Server = createServer(async (request, response) => {
    const one = { ...(await bodyOf(request)), authorization: request.headers.authorization, path: request.url };
    asked.push(one);
    await (queue.shift() ?? usual)(one, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    next: (...behaviours) => {
      queue = behaviours;
    },
    always: (behaviour) => {
      usual = behaviour;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<{ model: string; input: string[] }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

/** Answers as OpenAI does, with hashed vectors: cut to `dimensions`, which are then another model's. */
export function rightly(dimensions = 256): Behaviour {
  return async ({ input }, response) => {
    const vectors = await hashedEmbedder().embed(input);
    const rows = vectors.map((vector, index) => ({ index, embedding: [...vector.slice(0, dimensions)] }));
    // In any order: the index says which is whose.
    send(response, 200, { object: "list", data: rows.reverse() });
  };
}

export function status(code: number, headers: Record<string, string> = {}): Behaviour {
  return (_, response) => send(response, code, { error: { message: "the secret words of the endpoint" } }, headers);
}

/** This very text, as if it were an answer. */
export function saying(text: string): Behaviour {
  return (_, response) => {
    response.end(text);
  };
}

export const never: Behaviour = () => {};

function send(response: ServerResponse, code: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(code, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}
