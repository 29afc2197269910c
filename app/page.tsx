import { HallFront } from "@/components/skills/hall-front";
import { NoSkillsYet } from "@/components/skills/no-skills-yet";
import { SkillRow } from "@/components/skills/skill-row";
import { atLeast } from "@/lib/roles";
import { findFrontPage } from "@/lib/services/front-page";
import { requireReader } from "@/lib/tenant";

// The three rows often name the same skills: the first in full, of the others the best.
const FIRST_ROW = 6;
const OTHER_ROW = 3;

/** The hall's front page. */
export default async function FrontPage() {
  const { ctx, hall, member } = await requireReader();
  const { total, mostUsed, topRated, newest, categories } = await findFrontPage(ctx);
  const mayPublish = member !== null && atLeast(member.role, "member");
  return (
    <>
      <title>{hall.name}</title>
      <HallFront name={hall.name} tagline={hall.tagline} total={total} categories={categories} />
      {total === 0 && <NoSkillsYet mayPublish={mayPublish} />}
      <SkillRow
        title="Most used"
        skills={mostUsed.slice(0, FIRST_ROW)}
        more={{ href: "/skills?sort=uses", label: "All by uses" }}
      />
      <SkillRow
        title="Top rated"
        skills={topRated.slice(0, OTHER_ROW)}
        more={{ href: "/skills?sort=rating", label: "All by rating" }}
      />
      <SkillRow
        title="Newest"
        skills={newest.slice(0, OTHER_ROW)}
        more={{ href: "/skills?sort=newest", label: "All by date" }}
      />
    </>
  );
}
