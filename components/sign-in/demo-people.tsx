import { Avatar } from "@/components/ui/mark/avatar";
import type { Role } from "@/lib/roles";
import { SignInButton } from "./sign-in-button";

type Person = { email: string; name: string; title: string; role: Role };
type Props = { people: Person[]; next: string; mailGoesToOutbox: boolean };

/** The demo's seeded people, each a press away. */
export function DemoPeople({ people, next, mailGoesToOutbox }: Props) {
  return (
    <section className="grid gap-3 border-t border-line pt-6" aria-labelledby="demo-people">
      <div className="grid gap-1">
        <h2 id="demo-people" className="font-semibold">
          Or look around as somebody
        </h2>
        <p className="text-sm text-muted">
          This is a demo, so nobody needs a password.{" "}
          {mailGoesToOutbox && (
            <>
              Letters go to the{" "}
              <a className="link" href="/outbox">
                outbox
              </a>
              .
            </>
          )}
        </p>
      </div>
      <ul className="-mx-2 grid">
        {people.map((person) => (
          <li key={person.email}>
            <SignInButton provider="demo" fields={{ email: person.email }} next={next} look="row">
              <Avatar name={person.name} />
              <span className="grid min-w-0 flex-1 text-left">
                <span className="font-semibold">{person.name}</span>
                <span className="truncate text-sm text-muted">{person.title}</span>
              </span>
              <span className="text-sm text-muted">{person.role}</span>
            </SignInButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
