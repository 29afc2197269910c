type Props = {
  title: string;
  options: { name: string; count: number; href: string; current: boolean }[];
};

/** One way to narrow a list. Links, so that every state has an address; few elements, for there are dozens of them. */
export function FilterLinks({ title, options }: Props) {
  // What would leave nothing is no choice, unless it is the one that left it.
  const choices = options.filter(({ count, current }) => count > 0 || current);
  if (choices.length === 0) return null;
  return (
    <section className="filter-links">
      <h3>{title}</h3>
      <ul>
        {choices.map(({ name, count, href, current }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing is kept in these rows, and their address would be sent once more
          <li key={place}>
            <a href={href} aria-current={current || undefined}>
              {name}
              <span>{count.toLocaleString("en")}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
