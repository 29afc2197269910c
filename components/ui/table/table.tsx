import type { ComponentProps, ReactNode } from "react";
import { classNames } from "../class-names";

export type TableProps = ComponentProps<"table"> & {
  /** What the table holds, for screen readers. */
  caption: ReactNode;
};

/** A table through whose rows people work; on a phone each row becomes a small block. Peers to choose from are Cards instead. */
export function Table({ caption, className, children, ...rest }: TableProps) {
  return (
    <table className={classNames("table", className)} {...rest}>
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  );
}

/** The head: one Row of HeadCells. */
export function THead(props: ComponentProps<"thead">) {
  return <thead {...props} />;
}

/** The body. */
export function TBody(props: ComponentProps<"tbody">) {
  return <tbody {...props} />;
}

/** A row. */
export function Row({ selected, ...rest }: ComponentProps<"tr"> & { selected?: boolean }) {
  return <tr data-selected={selected || undefined} {...rest} />;
}

type CellKind = {
  /** Numbers stand to the right and their digits align. */
  numeric?: boolean;
  /** The column of buttons: narrow, to the right. */
  actions?: boolean;
};

/** A column's name. A column of buttons is named too: `<HeadCell actions><VisuallyHidden>Actions</VisuallyHidden></HeadCell>`. */
export function HeadCell({ numeric, actions, ...rest }: ComponentProps<"th"> & CellKind) {
  return <th scope="col" data-numeric={numeric || undefined} data-actions={actions || undefined} {...rest} />;
}

/** A cell. `label` is its column's name, shown beside it on a phone; the cell that names the row needs none. */
export function Cell({ label, numeric, actions, ...rest }: ComponentProps<"td"> & CellKind & { label?: string }) {
  return <td data-label={label} data-numeric={numeric || undefined} data-actions={actions || undefined} {...rest} />;
}
