import { Badge } from "../ui/mark/badge";
import { PageHeader } from "../ui/navigation/page-header";
import { Pagination } from "../ui/table/pagination";
import { Cell, HeadCell, Row, Table, TBody, THead } from "../ui/table/table";
import { FileSize } from "../ui/text/file-size";
import { RelativeTime } from "../ui/text/relative-time";
import { versionHref } from "./version-list";

type Props = {
  skill: { slug: string; name: string; latestVersion: string; versionCount: number };
  rows: {
    version: string;
    createdAt: Date;
    changelog: string;
    state: "published" | "yanked";
    archiveSize: number;
    author: { name: string };
  }[];
  next: string | null;
  isFirst: boolean;
};

/** The history of a skill. */
export function VersionTable({ skill, rows, next, isFirst }: Props) {
  const { slug, name, latestVersion, versionCount } = skill;
  return (
    <>
      <PageHeader
        title={`Versions of ${name}`}
        description={versionCount === 1 ? "1 version" : `${versionCount.toLocaleString("en")} versions, newest first`}
        breadcrumbs={[
          { label: "Skills", href: "/skills" },
          { label: name, href: `/skills/${slug}` },
          { label: "Versions" },
        ]}
      />
      <Table caption={`Versions of ${name}`}>
        <THead>
          <Row>
            <HeadCell>Version</HeadCell>
            <HeadCell>What changed</HeadCell>
            <HeadCell>Published by</HeadCell>
            <HeadCell>When</HeadCell>
            <HeadCell numeric>Size</HeadCell>
          </Row>
        </THead>
        <TBody>
          {rows.map(({ version, createdAt, changelog, state, archiveSize, author }) => (
            <Row key={version}>
              <Cell>
                <a className="link" href={versionHref(slug, version, latestVersion)}>
                  {version}
                </a>{" "}
                {version === latestVersion && <Badge tone="accent">Latest</Badge>}
                {state === "yanked" && <Badge tone="warning">Withdrawn</Badge>}
              </Cell>
              <Cell className="version-change">{changelog}</Cell>
              <Cell label="Published by">{author.name}</Cell>
              <Cell label="When">
                <RelativeTime date={createdAt} />
              </Cell>
              <Cell label="Size" numeric>
                <FileSize bytes={archiveSize} />
              </Cell>
            </Row>
          ))}
        </TBody>
      </Table>
      <Pagination
        previous={isFirst ? null : `/skills/${slug}/versions`}
        next={next && `/skills/${slug}/versions?cursor=${encodeURIComponent(next)}`}
      />
    </>
  );
}
