/** Joins the class names that are there: `classNames("card", wide && "col-span-2", className)`. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
