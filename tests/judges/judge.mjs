// Judges every HTML page of a folder: conformance (Nu), lint (html-validate), accessibility (axe-core,
// WCAG 2.2 AA) in light and dark at 320 and 1280 pixels, reflow, text spacing, paper, outside requests, console errors.
//
//   node judge.mjs FOLDER        exit 0: no error and no warning
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";

const require = createRequire(import.meta.url);
const folder = process.argv[2];
const pages = readdirSync(folder, { recursive: true })
  .map((name) => join(folder, name))
  .filter((path) => path.endsWith(".html") && statSync(path).isFile());
if (!pages.length) throw new Error(`no page below ${folder}`);

const faults = [];
const fault = (page, judge, text) => faults.push(`${relative(folder, page)}: ${judge}: ${text}`);

function nu() {
  const jar = require.resolve("vnu-jar/build/dist/vnu.jar");
  const run = spawnSync("java", ["-jar", jar, "--format", "json", "--stdout", "--also-check-css", ...pages], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  for (const message of JSON.parse(run.stdout).messages) {
    // Nu does not compute the hashes of a content security policy; the browser below does.
    if (/Content Security Policy/.test(message.message)) continue;
    const page = decodeURIComponent(new URL(message.url).pathname);
    fault(page, "nu", `${message.lastLine ?? ""}: ${message.message}`);
  }
}

async function lint() {
  const loader = new FileSystemConfigLoader({
    root: true,
    extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
    rules: { "prefer-native-element": ["error", { exclude: ["region"] }], "long-title": "off" },
  });
  const judge = new HtmlValidate(loader);
  for (const page of pages) {
    const report = await judge.validateString(readFileSync(page, "utf8"), page);
    for (const result of report.results)
      for (const message of result.messages) fault(page, "html-validate", `${message.line}: ${message.message}`);
  }
}

async function browse() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
  for (const colorScheme of ["light", "dark"])
    for (const width of [320, 1280]) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
      for (const page of pages) await visit(context, page, `${colorScheme} ${width}`);
      await context.close();
    }
  await print(browser);
  await browser.close();
}

async function visit(context, path, view) {
  const page = await context.newPage();
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) fault(path, view, `asks for ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") fault(path, view, message.text());
  });
  await page.goto(pathToFileURL(path).href);
  await measure(page, path, view);
  await page.addScriptTag({ path: require.resolve("axe-core/axe.min.js") });
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const found = await page.evaluate((values) => axe.run({ runOnly: { type: "tag", values } }), tags);
  for (const rule of found.violations) fault(path, `axe ${view}`, `${rule.id}: ${rule.nodes[0].target.join(" ")}`);
  await page.addStyleTag({ content: SPACED });
  await measure(page, path, `${view}, spaced`);
  await page.close();
}

// WCAG 1.4.12: nothing may get lost when lines, letters and words stand further apart.
const SPACED =
  "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}";
const A4 = { width: 680, height: 1000 }; // 18 cm of 21 at 96 pixels an inch

async function print(browser) {
  const context = await browser.newContext({ viewport: A4 });
  for (const path of pages) {
    const page = await context.newPage();
    await page.emulateMedia({ media: "print" });
    await page.goto(pathToFileURL(path).href);
    await measure(page, path, "on A4");
    await page.close();
  }
  await context.close();
}

async function measure(page, path, view) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) fault(path, view, `${wide} pixels too wide`);
}

nu();
await lint();
await browse();
for (const line of faults) console.log(line);
console.log(`${pages.length} pages judged, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
