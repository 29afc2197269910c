/** Why an endpoint gave no vectors. `message` is a sentence for people, with nothing in it of what the other side has said. */
export class EmbeddingFailure extends Error {
  override readonly name = "EmbeddingFailure";

  /**
   * @param kind `busy`: worth another try · `text`: it did not take these texts, others it may · `fixed`: it stays so until
   * somebody changes something
   * @param waitMs how long the other side asks to be left alone
   */
  constructor(
    readonly kind: "busy" | "text" | "fixed",
    message: string,
    readonly waitMs = 0,
  ) {
    super(message);
  }
}
