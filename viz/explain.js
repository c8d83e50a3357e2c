"use strict";
// A statement chosen in the list lights up its words; words chosen in the paper light up their statements.

const paper = document.getElementById("paper");
const list = document.getElementById("statements");

function choose(numbers, source) {
  const wanted = new Set(numbers);
  for (const word of paper.querySelectorAll("[data-s]")) {
    word.classList.toggle("chosen", word.dataset.s.split(" ").some((n) => wanted.has(n)));
  }
  for (const button of list.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(wanted.has(button.dataset.s)));
  }
  const target = source === paper
    ? list.querySelector('button[aria-pressed="true"]')
    : paper.querySelector(".chosen");
  target?.scrollIntoView({ block: "center" });
  if (numbers.length === 1) history.replaceState(null, "", `#s${numbers[0]}`);
}

list.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button) choose([button.dataset.s], list);
});

paper.addEventListener("click", (event) => {
  const word = event.target.closest(".said");
  if (word) choose(word.dataset.s.split(" "), paper);
});

document.getElementById("rule").addEventListener("change", (event) => {
  for (const entry of list.children) {
    entry.hidden = event.target.value !== "" && entry.dataset.rule !== event.target.value;
  }
});

document.getElementById("silent").addEventListener("change", (event) => {
  paper.classList.toggle("show-silent", event.target.checked);
});

const asked = /^#s(\d+)$/.exec(location.hash);
if (asked) choose([asked[1]], list);
