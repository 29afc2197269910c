"use client";

import type { ReactNode } from "react";
import { MonitorIcon, MoonIcon, SunIcon } from "../ui/icons";
import { THEMES, type Theme, themeCookie } from "./theme";

const faces: Record<Theme, { name: string; icon: ReactNode }> = {
  system: { name: "Same as my system", icon: <MonitorIcon /> },
  light: { name: "Light", icon: <SunIcon /> },
  dark: { name: "Dark", icon: <MoonIcon /> },
};

/** Chooses light, dark or the system's; kept in a cookie, so that the server's next page is already right. */
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
            onChange={() => light(choice)}
          />
          {faces[choice].icon}
        </label>
      ))}
    </div>
  );
}

function light(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  const seconds = theme === "system" ? 0 : 31_536_000;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser yet
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${seconds}; samesite=lax`;
}
