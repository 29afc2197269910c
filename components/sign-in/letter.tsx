import { RelativeTime } from "@/components/ui/text/relative-time";

type Props = { to: string; subject: string; text: string; at: Date };

const ADDRESS = /(https?:\/\/\S+)/;

/** One letter of the demo's outbox, with its address as a link. */
export function Letter({ to, subject, text, at }: Props) {
  return (
    <li className="grid gap-2 rounded-lg border border-line bg-surface p-4">
      <div className="flex flex-wrap justify-between gap-x-4">
        <h2 className="font-semibold">{subject}</h2>
        <RelativeTime date={at} />
      </div>
      <p className="text-sm text-muted">To {to}</p>
      <p className="whitespace-pre-wrap break-words">
        {text.split(ADDRESS).map((part) =>
          ADDRESS.test(part) ? (
            <a key={part} className="link" href={part} data-full-load="">
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </p>
    </li>
  );
}
