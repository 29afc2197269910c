/**
 * What turns texts into vectors: the bundled model, or an endpoint on the network.
 *
 * `embed` returns one vector of `dimensions` numbers for each text, in their order, of length one, or the zero vector for a
 * text in which the model knows no word. Vectors of two embedders with different `model` cannot be compared.
 */
export type Embedder = {
  model: string;
  dimensions: number;
  embed(texts: string[], signal?: AbortSignal): Promise<Float32Array[]>;
};
