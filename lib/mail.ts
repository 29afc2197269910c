import nodemailer, { type Transporter } from "nodemailer";
import { env } from "./env";
import { keepInOutbox } from "./outbox";

export type Letter = { to: string; subject: string; text: string };

const shared = globalThis as typeof globalThis & { guildhallMailer?: Transporter };

/**
 * Sends a letter by SMTP_URL. Without one it is printed to the terminal and, in the demo, kept for the outbox page of the
 * hall that it belongs to. Never call it inside a transaction.
 */
export async function sendLetter(tenantId: string, letter: Letter): Promise<void> {
  const { smtpUrl, mailFrom, demo } = env();
  if (!smtpUrl) {
    console.log(`\nMail to ${letter.to}: ${letter.subject}\n${letter.text}\n`);
    if (demo) keepInOutbox(tenantId, letter);
    return;
  }
  shared.guildhallMailer ??= nodemailer.createTransport(smtpUrl, { from: mailFrom });
  await shared.guildhallMailer.sendMail({ from: mailFrom, ...letter });
}
