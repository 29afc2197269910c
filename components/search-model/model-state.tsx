import type { EmbeddingState } from "@/lib/services/embeddings";
import { Callout } from "../ui/feedback/callout";
import { ProgressBar } from "../ui/feedback/progress-bar";
import { formatNumber } from "../ui/text/number-text";
import { RelativeTime } from "../ui/text/relative-time";
import { RefreshWhile } from "./refresh-while";
import { modelTitle, modelWords } from "./words";

/** Which model is in use, how many skills it has read, and how it last failed. */
export function ModelState({ state }: { state: EmbeddingState }) {
  const { model, source, total, done, failure, failedAt, endpoint } = state;
  return (
    <section aria-labelledby="in-use" className="model-state">
      <div>
        <h2 id="in-use">{modelTitle[source]}</h2>
        <p className="model-name">
          <code>{model}</code>
          {endpoint && (
            <>
              {" at "}
              <code>{endpoint.url}</code>
            </>
          )}
        </p>
        <p className="mt-2 text-muted text-sm">{modelWords[source]}</p>
      </div>
      {failure && (
        <Callout tone="warning" title="The model does not answer as it should">
          <p>
            {failure} {failedAt && <RelativeTime date={failedAt} className="text-muted" />}
          </p>
          <p>Search goes on by words meanwhile. This server tries again by itself.</p>
        </Callout>
      )}
      {total === 0 ? (
        <p className="text-sm">There are no skills yet. Each is read as soon as it is published.</p>
      ) : (
        <Progress done={done} total={total} />
      )}
      <RefreshWhile active={done < total} />
    </section>
  );
}

function Progress({ done, total }: { done: number; total: number }) {
  const isWhole = done >= total;
  return (
    <div className="grid gap-2">
      <p className="text-sm tabular-nums">
        {isWhole
          ? `All ${formatNumber(total)} skills can be found by what they mean.`
          : `${formatNumber(done)} of ${formatNumber(total)} skills can be found by what they mean.`}
      </p>
      <ProgressBar value={done} max={total} label="Skills that the model has read" />
      <p role="status" className="text-muted text-sm">
        {!isWhole && "The model is reading the others. Until it has, they are found by their words alone."}
      </p>
    </div>
  );
}
