import { useState } from "react";
import { toast } from "../ui/feedback/toast";
import { CheckResult } from "./check-result";
import { verdictOf } from "./checked";
import { EditText } from "./edit-text";
import { PublishDetails } from "./publish-details";
import { send } from "./send";
import { type Source, uploadForm } from "./source";
import { SourceChoice } from "./source-choice";
import { UploadSource } from "./upload-source";
import { useCheck } from "./use-check";
import { WriteSkill } from "./write-skill";

export type PublishDeskProps = {
  categories: string[];
  /** The skill of which this is the next version; null for a new skill. */
  skill: { slug: string; skillMd: string | null } | null;
  /** Goes on to a page, drawn afresh. */
  leave: (address: string) => void;
};

type Refusal = { error: string; fields: Record<string, string> };
type Published = { slug: string; name: string; version: string; created: boolean };

/** Publishing: choose or write a package, see what the check finds, then say the rest. */
export default function PublishDesk({ categories, skill, leave }: PublishDeskProps) {
  const [way, setWay] = useState<"upload" | "write">("upload");
  const [source, setSource] = useState<Source | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { check, pending } = useCheck(source);
  const verdict = source && check.state === "done" ? verdictOf(check.checked, skill?.slug ?? null) : null;

  function choose(next: Source | null) {
    setSource(next);
    setRefusal(null);
  }

  async function publish(details: FormData) {
    if (!source) return;
    const form = uploadForm(source);
    for (const [name, value] of details) form.append(name, value);
    setProgress(0);
    const answer = await send<Published>("/api/packages/publish", form, { onProgress: setProgress });
    setProgress(null);
    if (!answer.ok) return setRefusal(answer);
    const { slug, name, version, created } = answer.value;
    toast(
      created ? `Published ${name} ${version}.` : `${name} ${version} was published already, with these very files.`,
    );
    leave(`/skills/${slug}`);
  }

  return (
    <div className="publish">
      <SourceChoice
        way={way}
        writeLabel={skill ? "Edit it here" : "Write it here"}
        onWay={(chosen) => {
          setWay(chosen);
          choose(null);
        }}
      />
      {way === "upload" && <UploadSource source={source} onSource={choose} />}
      {way === "write" && !skill && <WriteSkill onSource={choose} />}
      {way === "write" && skill && <EditText slug={skill.slug} skillMd={skill.skillMd ?? ""} onSource={choose} />}
      <CheckResult check={check} verdict={verdict} pending={pending} />
      {check.state === "done" && verdict && verdict.kind !== "refused" && (
        <PublishDetails
          key={`${verdict.kind} ${verdict.skill.slug}`}
          verdict={verdict}
          next={check.checked.next}
          categories={categories}
          progress={progress}
          refusal={refusal}
          onPublish={publish}
        />
      )}
    </div>
  );
}
