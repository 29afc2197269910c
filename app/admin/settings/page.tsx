import { LogoForm } from "@/components/settings/logo-form";
import { SettingsForm } from "@/components/settings/settings-form";
import { PageHeader } from "@/components/ui/navigation/page-header";
import { findSettings } from "@/lib/services/settings";
import { requireMember } from "@/lib/tenant";
import { pageTitle } from "../../page-title";
import { removeLogoAction, saveSettingsAction } from "./actions";

/** How the hall is called, looks and behaves. */
export default async function SettingsPage() {
  const { ctx, hall } = await requireMember("admin");
  const settings = await findSettings(ctx);
  return (
    <>
      <title>{pageTitle("Settings", hall)}</title>
      <PageHeader
        title="Settings"
        description="How this hall is called, looks and behaves. What you save, everybody sees at once."
      />
      <div className="settings-sections">
        <section aria-labelledby="logo">
          <h2 id="logo" className="field-label">
            Logo
          </h2>
          <LogoForm name={settings.name} logoHash={settings.logoHash} remove={removeLogoAction} />
        </section>
        <SettingsForm settings={settings} save={saveSettingsAction} />
      </div>
    </>
  );
}
