/** Plain text with its line numbers, in two columns of one text each: a line is no element, so a long file stays a small page. */
export function NumberedText({ text, label }: { text: string; label: string }) {
  const lines = text.replace(/\r?\n$/, "").split("\n").length;
  const numbers = Array.from({ length: lines }, (_, line) => line + 1).join("\n");
  return (
    <div className="numbered-text">
      <pre aria-hidden>{numbers}</pre>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section tabIndex={0} aria-label={label}>
        <pre>{text}</pre>
      </section>
    </div>
  );
}
