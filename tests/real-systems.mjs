// What tests hold us against that others have made: Apache with mod_dav, OpenSSH, and veraPDF with the Java it runs in (veraPDF
// itself comes from npm). Where one is missing and may not be installed, its tests are skipped.
import { existsSync } from "node:fs";
import { installFromDebian, isRootOnDebian } from "./debian.mjs";

/**
 * What a test looks for, the package it comes in, and what is skipped without it. Of Apache only the program, for its package
 * is a service.
 */
const PARTS = [
  { path: "/usr/sbin/apache2", name: "apache2-bin", shows: "filing to a real WebDAV server" },
  { path: "/usr/sbin/sshd", name: "openssh-server", shows: "filing to a real SFTP server" },
  { path: "/usr/bin/java", name: "default-jre-headless", shows: "PDFs judged by veraPDF" },
  { path: "/usr/share/java/jaxb-runtime.jar", name: "libjaxb-java", shows: "PDFs judged by veraPDF" },
];

/** @typedef {{ has: (path: string) => boolean, mayInstall: () => boolean, install: (...names: string[]) => Promise<void> }} Machine */
/** @type {Machine} */
const OURS = { has: existsSync, mayInstall: isRootOnDebian, install: installFromDebian };

/** Installs what is missing, where it may. What is missing in the end, as a sentence; empty when all is there. @param {Machine} machine @returns {Promise<string>} */
export async function findRealSystems({ has, mayInstall, install } = OURS) {
  const missing = () => PARTS.filter(({ path }) => !has(path));
  if (missing().length > 0 && mayInstall()) await install(...missing().map(({ name }) => name));
  const left = missing();
  if (left.length === 0) return "";
  const skipped = [...new Set(left.map(({ shows }) => shows))].join("; ");
  return `Skipped: ${skipped}. Not installed: ${left.map(({ name }) => name).join(", ")}.`;
}
