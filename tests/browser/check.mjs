// Looks at reports in a real browser: `node check.mjs TASKS`, where TASKS is a JSON file
// {"pages": [{"file", "texts"}], "screenshots": [{"file", "width", "height", "to"}]}. Writes what is
// wrong, one line each, and ends with status 1; writes a line of figures and ends with 0 when nothing is.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
const WIDTHS = { desktop: 1280, phone: 390 };
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

const wrong = [];
const figures = { pages: 0, axe: 0, focusable: 0, sheets: 0 };

function chromium() {
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("which", [name], { encoding: "utf8" }).trim();
    } catch { /* the next one */ }
  }
  throw new Error("no chromium on this machine; run scripts/setup");
}

// Opens a file, with all that it asks for and says written down.
async function open(browser, file, width, scheme) {
  const page = await browser.newPage();
  const own = pathToFileURL(file).href;
  const about = `${file} (${width}, ${scheme})`;
  page.on("request", (it) => {
    if (it.url().split("#")[0] !== own) wrong.push(`${about}: asks for ${it.url()}`);
  });
  page.on("dialog", async (it) => {
    wrong.push(`${about}: a script opened a dialog`);
    await it.dismiss();
  });
  page.on("console", (it) => wrong.push(`${about}: console: ${it.text()}`));
  page.on("pageerror", (it) => wrong.push(`${about}: error: ${it}`));
  await page.setViewport({ width, height: width < 600 ? 844 : 900, deviceScaleFactor: 1 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(own, { waitUntil: "load" });
  return { page, about };
}

// Accessibility: no rule of axe is broken. The page's own policy forbids scripts, so that axe is run
// from outside the page, by the debugger.
async function accessible(page, about) {
  await page.evaluate(AXE);
  const found = await page.evaluate(
    (rules) => globalThis.axe.run(document, { runOnly: { type: "tag", values: rules } }),
    RULES,
  );
  figures.axe += found.passes.length;
  if (found.passes.length < 15) wrong.push(`${about}: axe looked at almost nothing`);
  for (const it of found.violations) {
    const places = it.nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ""}`);
    wrong.push(`${about}: ${it.id}: ${it.help}: ${places.join(" | ")}`);
  }
}

// Nothing is wider than the screen, and nothing scrolls sideways within the page but a table of many
// columns (WCAG 2.1, 1.4.10 exempts data tables) that the keyboard reaches.
async function fits(page, about) {
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const outside = (it) => it.getBoundingClientRect().right > room + 1 && !it.closest(".skip");
    const scrolls = (it) => it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 0
      && getComputedStyle(it).display !== "inline" && !it.closest("svg");
    const own = (it) => it.closest(".scroll[tabindex]");
    const all = [...document.body.querySelectorAll("*")]
      .filter((it) => (outside(it) || scrolls(it)) && !own(it));
    return all.slice(0, 3).map((it) => `${it.tagName}.${it.getAttribute("class")}: ${it.textContent.slice(0, 40)}`);
  });
  for (const it of wide) wrong.push(`${about}: too wide: ${it}`);
}

// Everything that can be reached can be reached by Tab, in the order of the page, and shows it.
async function reachable(page, about) {
  const all = await page.evaluate(() => {
    const can = [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")];
    can.forEach((it, at) => { it.dataset.at = at; });
    return can.length;
  });
  figures.focusable += all;
  await page.evaluate(() => document.body.focus());
  for (let at = 0; at < all; at += 1) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => ({
      at: document.activeElement?.dataset?.at,
      outline: getComputedStyle(document.activeElement).outlineStyle,
    }));
    if (here.at !== String(at)) {
      wrong.push(`${about}: Tab ${at + 1} leads to ${here.at}`);
      return;
    }
    if (here.outline === "none") wrong.push(`${about}: focus does not show at ${at + 1}`);
  }
}

// Landmarks, headings in order, languages, and one place for each name.
async function ordered(page, about) {
  const faults = await page.evaluate(() => {
    const found = [];
    for (const it of ["header", "main", "footer"]) {
      if (document.querySelectorAll(`body > ${it}`).length !== 1) found.push(`not one ${it}`);
    }
    let depth = 0;
    for (const it of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
      const own = Number(it.tagName[1]);
      if (own > depth + 1) found.push(`heading "${it.textContent}" skips a level`);
      depth = own;
    }
    for (const it of document.querySelectorAll("a[href^='#']")) {
      if (!document.getElementById(it.getAttribute("href").slice(1))) found.push(`${it.getAttribute("href")} leads nowhere`);
    }
    if (!document.documentElement.lang) found.push("no language");
    if (document.scripts.length > 0) found.push("there is a script");
    if (document.querySelector("img, iframe, object, embed, link, form")) found.push("there is an element from outside");
    return found;
  });
  for (const it of faults) wrong.push(`${about}: ${it}`);
}

// What was said stands there as text, letter by letter.
async function says(page, about, texts) {
  const body = await page.evaluate(() => document.body.textContent);
  for (const it of texts) {
    if (!body.includes(it)) wrong.push(`${about}: does not say ${it}`);
  }
}

// Prints on A4, on as many sheets as a conversation of this length may take.
async function prints(page, about) {
  const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const sheets = (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/g)];
  figures.sheets += sheets;
  if (sheets < 1 || sheets > 14) wrong.push(`${about}: prints on ${sheets} sheets`);
  const a4 = boxes.length > 0 && boxes.every((it) => Math.abs(it[1] - 595) < 2 && Math.abs(it[2] - 842) < 2);
  if (!a4) wrong.push(`${about}: does not print on A4`);
}

async function check(browser, { file, texts }) {
  figures.pages += 1;
  for (const [name, width] of Object.entries(WIDTHS)) {
    for (const scheme of ["light", "dark"]) {
      const { page, about } = await open(browser, file, width, scheme);
      await accessible(page, about);
      await fits(page, about);
      if (scheme === "light") {
        await ordered(page, about);
        await says(page, about, texts);
        await reachable(page, about);
        if (name === "desktop") await prints(page, about);
      }
      await page.close();
    }
  }
}

async function shoot(browser, { file, width, height, to }) {
  const { page } = await open(browser, file, width, "light");
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
  await page.screenshot({ path: to });
  await page.close();
}

const tasks = JSON.parse(readFileSync(process.argv[2], "utf8"));
const profile = mkdtempSync(join(tmpdir(), "oefenlijn-browser-"));
const browser = await puppeteer.launch({
  executablePath: chromium(),
  args: [...FLAGS, `--user-data-dir=${profile}`],
  userDataDir: profile,
});
try {
  for (const it of tasks.pages) await check(browser, it);
  for (const it of tasks.screenshots) await shoot(browser, it);
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
for (const it of wrong) console.log(it);
if (wrong.length === 0) console.log(JSON.stringify(figures));
process.exitCode = wrong.length === 0 ? 0 : 1;
