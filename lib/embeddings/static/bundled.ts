import { readFileSync } from "node:fs";
import path from "node:path";
import type { Embedder } from "../embedder";
import { bagOf } from "./bag";
import { decodeModel, type StaticModel } from "./file";
import { vectorOf } from "./vector";

// From where the product is started: a bundler moves this file, but not the checkout.
const FILE = path.join(/* turbopackIgnore: true */ process.cwd(), "lib/embeddings/static/model.bin");

/** What is read once, when it is first asked for. It belongs to nobody and does not change. */
const kept: { model?: StaticModel } = {};

function bundledModel(): StaticModel {
  kept.model ??= decodeModel(readFileSync(FILE));
  return kept.model;
}

/** The vector of one text: of length one, or zero where no word is known. */
export function embedQuery(text: string): Float32Array {
  const model = bundledModel();
  return vectorOf(bagOf(text, model.vocabulary), model);
}

/** The model that comes with Guildhall: it needs no network and no other hardware. docs/embedding-model.md describes it. */
export function bundledEmbedder(): Embedder {
  return {
    model: "guildhall-static-1",
    dimensions: 256,
    async embed(texts, signal) {
      return texts.map((text) => {
        signal?.throwIfAborted();
        return embedQuery(text);
      });
    },
  };
}
