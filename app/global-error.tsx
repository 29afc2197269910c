"use client";

import "./globals.css";

// Loaded with every page for the day it is needed, so it draws on no component.
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <main className="message-page">
          <h1>Something went wrong on our side</h1>
          <p className="message-page-body">The page could not be shown. Trying again often helps.</p>
          <p className="message-page-actions">
            <a className="button button-primary" href="/">
              Go to the front page
            </a>
          </p>
          {error.digest && <p className="message-page-detail">Reference {error.digest}</p>}
        </main>
      </body>
    </html>
  );
}
