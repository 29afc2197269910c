import { MonitorIcon, MoonIcon, SunIcon } from "../ui/icons";
import { THEMES, type Theme } from "./theme";
import { ThemeSwitch } from "./theme-switch";

const faces = {
  system: { name: "Same as my system", icon: <MonitorIcon /> },
  light: { name: "Light", icon: <SunIcon /> },
  dark: { name: "Dark", icon: <MoonIcon /> },
};

/** Chooses light, dark or the system's. Drawn by the server; only the choosing is a script. */
export function ThemeToggle({ theme, name = "theme" }: { theme: Theme; name?: string }) {
  return (
    <ThemeSwitch>
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
    </ThemeSwitch>
  );
}
