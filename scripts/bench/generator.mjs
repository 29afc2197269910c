// The load, in a process of its own: what it takes to send and read requests is not added to what the server takes.
import { Agent, request } from "node:http";

/** Sends one request, reads the whole answer and checks it; resolves to the milliseconds it took. */
function once(agent, { port, path, headers, word }) {
  return new Promise((resolve, reject) => {
    const since = performance.now();
    const sent = request({ host: "127.0.0.1", port, path, headers, agent, setHost: false }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => {
        const tookMs = performance.now() - since;
        if (answer.statusCode !== 200) reject(new Error(`${path} answered ${answer.statusCode}.`));
        else if (!Buffer.concat(chunks).includes(word)) reject(new Error(`${path} came without “${word}”.`));
        else resolve(tookMs);
      });
    });
    sent.once("error", reject);
    sent.end();
  });
}

/** One client after another request, until there were `requests` of them or `seconds` are over; `clients` of these at once. */
async function load({ target, clients, requests = Number.POSITIVE_INFINITY, seconds = Number.POSITIVE_INFINITY }) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const tookMs = [];
  const since = performance.now();
  const isOver = () => tookMs.length >= requests || performance.now() - since >= seconds * 1000;
  const client = async () => {
    while (!isOver()) tookMs.push(await once(agent, target));
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return { tookMs, seconds: (performance.now() - since) / 1000 };
}

process.on("message", (job) => {
  load(job).then(
    (result) => process.send(result),
    (error) => process.send({ error: error.message }),
  );
});
