import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { launchBrowser } from "../test/browser/_browser.ts";

/** Draws the icons of the installed page from `favicon.svg`: run it when that has changed. */
const PUBLIC = new URL("../web/public/", import.meta.url);
const BLUE = "#1d4ed8";
/** What a launcher leaves of a maskable icon is a circle of four fifths. */
const MASKABLE_SHARE = 0.72;

interface Icon {
  readonly name: string;
  readonly size: number;
  /** Without corners of its own, for launchers that cut icons to their shape. */
  readonly isFull: boolean;
}

const ICONS: readonly Icon[] = [
  { name: "180", size: 180, isFull: true },
  { name: "192", size: 192, isFull: false },
  { name: "512", size: 512, isFull: false },
  { name: "maskable-512", size: 512, isFull: true },
];

const svg = readFileSync(new URL("favicon.svg", PUBLIC), "utf8");
mkdirSync(new URL("icons/", PUBLIC), { recursive: true });
const browser = await launchBrowser();
for (const { name, size, isFull } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const side = isFull ? size * MASKABLE_SHARE : size;
  await page.setContent(
    `<style>html{background:${isFull ? BLUE : "transparent"}}body{margin:0;display:grid;place-items:center;height:100vh}svg{width:${side}px;height:${side}px}</style>${svg}`,
  );
  const png = await page.screenshot({ omitBackground: true });
  writeFileSync(new URL(`icons/${name}.png`, PUBLIC), png);
  await page.close();
}
await browser.close();
