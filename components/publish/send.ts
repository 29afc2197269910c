export type Answer<T> = { ok: true; value: T } | { ok: false; error: string; fields: Record<string, string> };

type Options = { onProgress?: (part: number) => void; signal?: AbortSignal };

/**
 * Posts a form and gives the JSON it is answered with, or a sentence. By XMLHttpRequest, since `fetch` does not tell how much
 * of a body is sent. An aborted one never answers.
 */
export function send<T>(address: string, form: FormData, { onProgress, signal }: Options = {}): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 1);
    request.onload = () => resolve(answerOf<T>(request));
    request.onerror = () => resolve(refused("The hall cannot be reached. Check your connection and try again."));
    signal?.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}

function answerOf<T>({ status, responseText, responseURL }: XMLHttpRequest): Answer<T> {
  if (new URL(responseURL).pathname.startsWith("/login")) {
    return refused("You are signed out. Sign in in another tab, then try again here.");
  }
  const value = parse(responseText);
  if (status < 300 && value) return { ok: true, value: value as T };
  if (value && typeof value.error === "string") {
    return { ok: false, error: value.error, fields: (value.fields as Record<string, string>) ?? {} };
  }
  if (status === 404) return refused("Your role does not include publishing any more. An admin can change that.");
  return refused("Something went wrong in the hall. Try again in a minute.");
}

function parse(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const refused = (error: string): Answer<never> => ({ ok: false, error, fields: {} });
