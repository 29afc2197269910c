import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useTransition } from "react";
import { formAddress, sameWords } from "./form-address";
import { rememberSearch } from "./recent";

export type LiveSearchProps = {
  form: HTMLFormElement;
  /** What the shown list was searched for. */
  q: string;
};

// As long as a pause between two words: each answer is a page.
const TYPING_PAUSE_MS = 250;

/**
 * Shows the results of what is typed while it is typed. The address keeps up, but as one entry of the history; the field stays
 * as it is, with its focus and its caret. Choosing an order and pressing Enter are entries of their own.
 */
export function LiveSearch({ form, q }: LiveSearchProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = useEffectEvent((how: "replace" | "push") => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const address = formAddress(new FormData(form));
    if (address !== location.pathname + location.search) startTransition(() => router[how](address, { scroll: false }));
  });
  const type = useEffectEvent((event: Event) => {
    // A word that an input method is still composing is not yet what is meant.
    if (event.target !== field(form) || (event as InputEvent).isComposing) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => show("replace"), TYPING_PAUSE_MS);
  });
  const send = useEffectEvent((event: SubmitEvent) => {
    event.preventDefault();
    rememberSearch(field(form)?.value ?? "");
    show("push");
  });

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    form.addEventListener("input", (event) => type(event), { signal });
    form.addEventListener("compositionend", (event) => type(event), { signal });
    form.addEventListener("submit", (event) => send(event), { signal });
    return () => {
      stop.abort();
      clearTimeout(timer.current);
    };
  }, [form]);

  const seen = useRef<string | null>(null);
  useEffect(() => {
    const input = field(form);
    if (!input || isPending || timer.current !== undefined || sameWords(input.value, q)) return;
    // What was typed before this script came is what is meant; later on, Back and Forward lead to another search.
    if (seen.current === null) timer.current = setTimeout(() => show("replace"), TYPING_PAUSE_MS);
    else if (seen.current !== q) input.value = q;
  }, [form, q, isPending]);
  useEffect(() => {
    if (!isPending) seen.current = q;
  }, [q, isPending]);

  useEffect(() => {
    document.getElementById("results-region")?.setAttribute("aria-busy", String(isPending));
  }, [isPending]);
  return null;
}

const field = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>("input[name=q]");
