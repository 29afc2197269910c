import { Icon } from "../ui/icons/icon";
import { THEMES, type Theme } from "./theme";

const faces = {
  system: { name: "Same as my system", icon: <Icon name="monitor" /> },
  light: { name: "Light", icon: <Icon name="sun" /> },
  dark: { name: "Dark", icon: <Icon name="moon" /> },
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
