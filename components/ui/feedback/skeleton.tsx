import { classNames } from "../class-names";

/** One grey bar in place of what is coming; size it with classes: `<Skeleton className="h-4 w-40" />`. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classNames("skeleton", className)} />;
}

/** Lines of text to come. */
export function TextSkeleton({ lines = 3, className }: { lines?: number; className?: string }) {
  return (
    <span className={classNames("grid gap-2", className)}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike
        <Skeleton key={line} className={classNames("h-4", line === lines - 1 ? "w-3/5" : "w-full")} />
      ))}
    </span>
  );
}

/** Cards to come, in the grid they will stand in. */
export function CardGridSkeleton({ cards = 6 }: { cards?: number }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {Array.from({ length: cards }, (_, card) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cards are alike
        <div key={card} className="card grid gap-3">
          <Skeleton className="h-5 w-2/3" />
          <TextSkeleton lines={2} />
          <Skeleton className="mt-2 h-4 w-1/3" />
        </div>
      ))}
    </div>
  );
}
