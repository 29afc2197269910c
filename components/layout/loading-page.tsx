import { CardGridSkeleton, Skeleton } from "../ui/feedback/skeleton";

/** What stands in for a page that takes longer than 300 ms. */
export function LoadingPage() {
  return (
    <div className="after-300ms">
      <p role="status" className="sr-only">
        Loading
      </p>
      <Skeleton className="mb-3 h-8 w-56" />
      <Skeleton className="mb-8 h-4 w-80 max-w-full" />
      <CardGridSkeleton />
    </div>
  );
}
