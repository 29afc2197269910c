import { EndpointForm } from "@/components/search-model/endpoint-form";
import { ModelState } from "@/components/search-model/model-state";
import { PageHeader } from "@/components/ui/navigation/page-header";
import { findSearchModel } from "@/lib/services/search-model";
import { requireMember } from "@/lib/tenant";
import { pageTitle } from "../../page-title";
import { removeSearchModelAction, saveSearchModelAction, testSearchModelAction } from "./actions";

/** By which model the hall's search finds meaning, how far it has come, and how it does. */
export default async function SearchModelPage() {
  const { ctx, hall } = await requireMember("admin");
  const state = await findSearchModel(ctx);
  return (
    <>
      <title>{pageTitle("Search model", hall)}</title>
      <PageHeader
        title="Search model"
        description="Search finds skills by their words, and by what they mean. For the meaning, a model turns each skill into a row of numbers."
        breadcrumbs={[{ label: "Settings", href: "/admin/settings" }]}
      />
      <div className="settings-sections">
        <ModelState state={state} />
        <EndpointForm
          // A form of what was saved since must not keep what was typed before.
          key={state.endpoint?.revision ?? "none"}
          endpoint={state.endpoint}
          model={state.model}
          mayBePrivate={state.mayBePrivate}
          test={testSearchModelAction}
          save={saveSearchModelAction}
          remove={removeSearchModelAction}
        />
      </div>
    </>
  );
}
