import type { ReactNode } from "react";
import { CopyButton } from "../action/copy-button";
import { classNames } from "../class-names";

export type CodeBlockProps = {
  code: string;
  /** What it is, above the code. */
  label?: ReactNode;
  /** The copy button's name: “Copy the command for Claude Code”. */
  copyLabel?: string;
  /** Another copy control in place of the plain one; null for none. */
  copy?: ReactNode;
  className?: string;
};

/** A command or a piece of source, to be copied. */
export function CodeBlock({ code, label, copyLabel = "Copy", copy, className }: CodeBlockProps) {
  return (
    <div className={classNames("code-block", className)}>
      {label && <p className="code-block-label">{label}</p>}
      <div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
        <pre tabIndex={0}>
          <code>{code}</code>
        </pre>
        {copy === undefined ? <CopyButton text={code} label={copyLabel} /> : copy}
      </div>
    </div>
  );
}
