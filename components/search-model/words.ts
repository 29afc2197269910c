import type { EmbeddingState } from "@/lib/services/embeddings";

export const modelTitle: Record<EmbeddingState["source"], string> = {
  bundled: "Guildhall’s own model",
  deployment: "This server’s model",
  hall: "This hall’s own endpoint",
};

/** What it means for the hall that its model is there. */
export const modelWords: Record<EmbeddingState["source"], string> = {
  bundled: "It comes with Guildhall and runs on this server. Nothing leaves it.",
  deployment:
    "Whoever runs this server has chosen it. The text of this hall’s skills and what people search for is sent to it.",
  hall: "The text of this hall’s skills and what people search for is sent to it.",
};
