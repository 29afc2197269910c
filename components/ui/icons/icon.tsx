import { classNames } from "../class-names";

export type IconName =
  | "arrow-left"
  | "arrow-right"
  | "chevron-down"
  | "chevron-up"
  | "circle-alert"
  | "circle-check"
  | "clock"
  | "download"
  | "info"
  | "list-filter"
  | "menu"
  | "monitor"
  | "moon"
  | "package"
  | "plus"
  | "search"
  | "sun"
  | "triangle-alert"
  | "upload"
  | "user"
  | "x";

export type IconProps = {
  name: IconName;
  /** 14, 16 or 20 pixels; 16 unless told. */
  size?: "sm" | "lg";
  className?: string;
};

/** An icon is decoration beside words, hidden from assistive technology. Its drawing stands in `icons.css`. */
export function Icon({ name, size, className }: IconProps) {
  return <i className={classNames("icon", `icon-${name}`, size && `icon-${size}`, className)} aria-hidden />;
}
