import { headers } from "next/headers";

// About what one card adds to an answer, as HTML and once more as the data that React wakes up with.
const CARD_BYTES = 985;
const FRAME_BYTES = 4_600;

/**
 * The least that Next does for a page of this size: rendered for each request, elements like a list of cards, no database, no
 * middleware, no client component. `bytes` is roughly what comes; the bench turns it until the answer has the size it wants.
 */
export default async function Floor({ searchParams }) {
  const asked = Number((await searchParams).bytes ?? 20_000);
  const host = (await headers()).get("host");
  const count = Math.max(1, Math.floor((asked - FRAME_BYTES) / CARD_BYTES));
  const rest = Math.max(0, Math.round((asked - FRAME_BYTES - count * CARD_BYTES) / 2));
  return (
    <main>
      <h1>Floor of {host}</h1>
      <p>{"x".repeat(rest)}</p>
      <ul className="skill-grid">
        {Array.from({ length: count }, (_, number) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <Card key={number} number={number} />
        ))}
      </ul>
    </main>
  );
}

function Card({ number }) {
  return (
    <li className="card card-interactive skill-card">
      <h3>
        <a href={`/skills/skill-number-${number}`} className="card-link">
          Skill number {number}
        </a>
      </h3>
      <p>What a skill does is said in a sentence or two, of about as many letters as a card has room for.</p>
      <p className="skill-card-by">{`engineering · Person ${number}`}</p>
      <p className="skill-card-facts">
        <span>★ 4.5</span> {`${number} uses`}
      </p>
    </li>
  );
}
