// The one place that says which model is brought along: it needs no network, and answers within milliseconds.
export { bundledEmbedder } from "./static/bundled";
