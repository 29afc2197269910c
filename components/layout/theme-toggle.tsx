import { MonitorIcon } from "../ui/icons/monitor";
import { MoonIcon } from "../ui/icons/moon";
import { SunIcon } from "../ui/icons/sun";
import { THEMES, type Theme } from "./theme";

const faces = {
  system: { name: "Same as my system", icon: <MonitorIcon /> },
  light: { name: "Light", icon: <SunIcon /> },
  dark: { name: "Dark", icon: <MoonIcon /> },
};

/** Chooses light, dark or the system's. Drawn by the server; what a choice does is in `use-theme-choice.ts`. */
export function ThemeToggle({ theme, name = "theme" }: { theme: Theme; name?: string }) {
  return (
    <div role="radiogroup" aria-label="Theme" className="theme-toggle">
      {THEMES.map((choice) => (
        <label key={choice} title={faces[choice].name}>
          <input
            type="radio"
            name={name}
            value={choice}
            aria-label={faces[choice].name}
            defaultChecked={choice === theme}
          />
          {faces[choice].icon}
        </label>
      ))}
    </div>
  );
}
