type Props = { reason: "visitor" | "viewer" | "author"; slug: string };

/** Why there is no rating form here. */
export function NoOwnRating({ reason, slug }: Props) {
  if (reason === "visitor") {
    return (
      <p className="text-muted text-sm">
        <a className="link" href={`/login?next=${encodeURIComponent(`/skills/${slug}`)}`}>
          Sign in
        </a>{" "}
        to rate this skill.
      </p>
    );
  }
  return (
    <p className="text-muted text-sm">
      {reason === "author"
        ? "You wrote this skill, so its rating is for others to give."
        : "Members rate skills. An admin can make you one."}
    </p>
  );
}
