import { AUDIT_ACTIONS, SUBJECT_TYPES } from "@/lib/audit-action";
import { type AuditInput, isFiltered } from "@/lib/inputs/audit";
import { Button } from "../ui/action/button";
import { ButtonLink } from "../ui/action/button-link";
import { Field } from "../ui/form/field";
import { Input } from "../ui/form/input";
import { Select } from "../ui/form/select";

type Props = { asked: AuditInput; actors: { id: string; name: string }[] | null };

/** What of the log is shown. A form that gets, so that a filtered log has an address. */
export function AuditFilters({ asked, actors }: Props) {
  return (
    <search>
      <form action="/admin/audit" className="audit-filters">
        <Field label="Person" name="actor">
          {actors ? (
            <Select defaultValue={asked.actor ?? ""}>
              <option value="">Everybody</option>
              {actors.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          ) : (
            <Input defaultValue={asked.actor ?? ""} placeholder="Part of a name" maxLength={100} />
          )}
        </Field>
        <Field label="Action" name="action">
          <Select defaultValue={asked.action ?? ""}>
            <option value="">Every action</option>
            {AUDIT_ACTIONS.map((action) => (
              <option key={action} value={action}>
                {actionName(action)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="About" name="type">
          <Select defaultValue={asked.type ?? ""}>
            <option value="">Anything</option>
            {SUBJECT_TYPES.map((type) => (
              <option key={type} value={type}>
                {sentenceCase(type)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Its name" name="subject">
          <Input defaultValue={asked.subject ?? ""} maxLength={100} />
        </Field>
        <Field label="From day (UTC)" name="from">
          <Input type="date" defaultValue={asked.from ?? ""} />
        </Field>
        <Field label="To day (UTC)" name="to">
          <Input type="date" defaultValue={asked.to ?? ""} />
        </Field>
        <div className="audit-filters-end">
          <Button type="submit">Filter the log</Button>
          {isFiltered(asked) && (
            <ButtonLink variant="ghost" href="/admin/audit">
              Show all
            </ButtonLink>
          )}
        </div>
      </form>
    </search>
  );
}

const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `member.change_role` → `Member: change role` */
function actionName(action: string): string {
  const [noun = "", verb = ""] = action.replace("tenant.", "organisation.").split(".");
  return `${sentenceCase(noun.replace("_", " "))}: ${verb.replace("_", " ")}`;
}
