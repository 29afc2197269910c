import type { ReactNode } from "react";
import { Callout } from "../feedback/callout";

export type FormSummaryProps = {
  /** One for each field that is wrong; `id` is the field's id, to which the line leads. */
  errors: { id: string; message: ReactNode }[];
  title?: string;
  className?: string;
};

/** The errors of a long form in one place, each a link to its field; nothing while there are none. */
export function FormSummary({ errors, title, className }: FormSummaryProps) {
  const words =
    title ?? (errors.length === 1 ? "One answer needs another look" : `${errors.length} answers need another look`);
  return (
    <div role="alert" className={className && errors.length ? className : undefined}>
      {errors.length > 0 && (
        <Callout tone="danger" title={words}>
          <ul className="mt-1 grid gap-0.5">
            {errors.map(({ id, message }) => (
              <li key={id}>
                <a className="underline underline-offset-2" href={`#${id}`}>
                  {message}
                </a>
              </li>
            ))}
          </ul>
        </Callout>
      )}
    </div>
  );
}
