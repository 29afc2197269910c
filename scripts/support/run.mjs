import { spawn } from "node:child_process";

/** A sentence for the person at the terminal; shown without a stack. */
export class Refusal extends Error {}

/** Programs of this run that are at work, so that they can be ended with it. */
const running = new Set();

export function endRunning(signal = "SIGTERM") {
  for (const child of running) child.kill(signal);
}

/**
 * Runs a program and resolves to `{ code, output }`, where `output` is all it printed, both streams in order. Nothing is shown
 * while it runs unless `show` is true.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, show?: boolean, uid?: number, gid?: number, input?: string }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { show = false, input, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...options,
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    });
    running.add(child);
    let output = "";
    const take = (stream) => (chunk) => {
      output += chunk;
      if (show) stream.write(chunk);
    };
    child.stdout.on("data", take(process.stdout));
    child.stderr.on("data", take(process.stderr));
    child.stdin?.end(input);
    child.on("error", reject);
    child.on("close", (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** As `run`, but a program that fails is a Refusal which says `sentence` and ends with the last lines it printed. */
export async function mustRun(sentence, program, args, options) {
  const { code, output } = await run(program, args, options).catch((error) => ({ code: 1, output: error.message }));
  if (code !== 0) throw new Refusal(`${sentence}\n${output.trimEnd().split("\n").slice(-40).join("\n")}`);
  return output;
}
