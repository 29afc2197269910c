"use client";

import { useState } from "react";
import { classNames } from "../class-names";
import { Input } from "./input";

export type ColorFieldProps = {
  /** `#rrggbb` */
  defaultValue: string;
  name?: string;
  id?: string;
  className?: string;
  /** Called with every complete colour, for a preview. */
  onColor?: (hex: string) => void;
  "aria-label"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean | "true" | "false" | "grammar" | "spelling";
};

/** A colour, picked or typed as `#rrggbb`; what is sent is what was typed. Stands in a Field. */
export function ColorField({ defaultValue, name, className, onColor, ...rest }: ColorFieldProps) {
  const [hex, setHex] = useState(defaultValue);
  const complete = /^#[0-9a-f]{6}$/i.test(hex);

  function choose(value: string) {
    setHex(value);
    if (/^#[0-9a-f]{6}$/i.test(value)) onColor?.(value);
  }

  return (
    <div className={classNames("color-field", className)}>
      <input
        type="color"
        className="input"
        aria-label="Pick a colour"
        value={complete ? hex : "#000000"}
        onChange={(event) => choose(event.target.value)}
      />
      <Input
        {...rest}
        name={name}
        value={hex}
        onChange={(event) => choose(event.target.value.trim())}
        maxLength={7}
        spellCheck={false}
        autoComplete="off"
        className="max-w-32 font-mono text-sm"
      />
    </div>
  );
}
