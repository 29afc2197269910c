import { Button } from "../ui/action/button";
import { Field } from "../ui/form/field";
import { Input } from "../ui/form/input";
import { LogoMark } from "./logo-mark";

export type FindHallProps = {
  /** What was typed. */
  asked: string;
  /** Where that leads; null when it cannot be an address. */
  address: string | null;
  /** What follows an organisation's own part of its address: `.example.com:3000`. */
  suffix: string;
  demo: boolean;
};

/** The bare domain's page: what this is, and the way to one's own hall. */
export function FindHall({ asked, address, suffix, demo }: FindHallProps) {
  const refused = asked !== "" && address === null;
  return (
    <div className="mx-auto grid max-w-xl gap-8 py-12 sm:py-24">
      <header className="grid gap-4">
        <LogoMark size={44} />
        <h1 className="font-bold text-3xl">A hall for your organisation’s skills</h1>
        <p className="text-lg text-muted">
          Guildhall is where an organisation’s people find, rate, publish and install skills for their agents. Every
          organisation has a hall of its own, and nothing ever crosses from one to another.
        </p>
      </header>
      <form method="get" action="/" className="grid gap-3">
        <Field
          label="Your organisation’s address"
          name="hall"
          hint={`The part before ${suffix}`}
          error={refused && "That cannot be an address. Use its letters, digits and hyphens only."}
        >
          <Input
            defaultValue={asked}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
            maxLength={60}
          />
        </Field>
        <Button type="submit" variant={address ? "secondary" : "primary"} className="justify-self-start">
          Find your hall
        </Button>
      </form>
      {address && (
        <p>
          <a className="button button-primary" href={address}>
            Go to {address.replace(/^https?:\/\//, "")}
          </a>
        </p>
      )}
      {demo && (
        <p className="text-muted text-sm">
          This is a demo: its two organisations are at <code>acme{suffix}</code> and <code>globex{suffix}</code>.
        </p>
      )}
    </div>
  );
}
