/** The address that a form which gets would lead to, without its empty fields: the one that links to the same list have. */
export function formAddress(fields: Iterable<[string, FormDataEntryValue]>): string {
  const query = new URLSearchParams();
  for (const [name, value] of fields) {
    const text = String(value).trim();
    if (text !== "") query.append(name, text);
  }
  return query.size > 0 ? `/skills?${query}` : "/skills";
}

/** Whether two texts search for the same: the space before a next word is not yet another search. */
export const sameWords = (one: string, other: string): boolean => one.trim() === other.trim();
