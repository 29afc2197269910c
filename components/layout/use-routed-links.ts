import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { routedHref } from "./routed-href";

/**
 * Hands clicks on the page's plain links to the router, so that going on keeps the page's frame and loads no script twice. A link
 * with `data-full-load` stays the browser's. See docs/decisions/plain-links.md.
 */
export function useRoutedLinks(): void {
  const router = useRouter();
  useEffect(() => {
    function follow(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link?.hasAttribute("href")) return;
      const { href, target, dataset } = link;
      const clicked = { href, target, isDownload: link.hasAttribute("download"), isFullLoad: "fullLoad" in dataset };
      const address = routedHref(event, clicked, location.href);
      if (address === null) return;
      event.preventDefault();
      router.push(address);
    }
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
}
