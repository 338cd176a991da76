/** Makes the examples of the API reference ready to use where it is read: their host, and copying. */
const { copy = "", copied = "" } = document.body.dataset;
const COPIED_MS = 2000;

for (const origin of document.querySelectorAll(".origin")) origin.textContent = location.origin;

for (const block of document.querySelectorAll(".code")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = copy;
  button.addEventListener("click", () => void copyExample(block, button));
  block.append(button);
}

async function copyExample(block: Element, button: HTMLButtonElement): Promise<void> {
  await navigator.clipboard.writeText(block.querySelector("code")?.textContent ?? "");
  button.textContent = copied;
  setTimeout(() => {
    button.textContent = copy;
  }, COPIED_MS);
}

/** A link to what is folded up opens it. */
function openTarget(): void {
  const target = document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) target.open = true;
}
addEventListener("hashchange", openTarget);
openTarget();
