"""What the browser is asked about boxes: which texts overlap, and which are cut off."""

from __future__ import annotations

OVERLAPS = """
() => {
  const isShown = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const style = getComputedStyle(each);
      if (style.display === "none" || style.visibility === "hidden") return false;
      if (style.clipPath !== "none" && style.position === "absolute") return false;
      if (each.tagName === "DETAILS" && !each.open && !element.closest("summary")) return false;
      if (each.tagName === "SCRIPT" || each.tagName === "TITLE" || each.tagName === "title")
        return false;
    }
    return true;
  };
  const problems = [];
  const boxes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || !isShown(element) || element.closest("option, .skip")) continue;
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || rect.height < 1) continue;
      const inset = rect.height * 0.22;
      boxes.push({
        text: node.data.trim().slice(0, 40), element,
        left: rect.left + 0.5, right: rect.right - 0.5,
        top: rect.top + inset, bottom: rect.bottom - inset,
      });
    }
    if (rectsLeave(element)) problems.push(["clipped", node.data.trim().slice(0, 60)]);
  }
  function rectsLeave(element) {
    range.selectNodeContents(element);
    const own = range.getBoundingClientRect();
    const picture = element.closest("svg");
    if (picture) return own.left < picture.getBoundingClientRect().left - 0.5;
    for (let each = element; each && each !== document.body; each = each.parentElement) {
      const style = getComputedStyle(each);
      const hides = style.overflowX === "hidden" || style.overflowX === "clip";
      const box = each.getBoundingClientRect();
      if (hides && (own.right > box.right + 1 || own.left < box.left - 1)) return true;
      if (style.overflowX === "auto" || style.overflowX === "scroll") return false;
    }
    return own.right > document.documentElement.clientWidth + 1 || own.left < -1;
  }
  boxes.sort((a, b) => a.top - b.top);
  for (let i = 0; i < boxes.length; i += 1) {
    for (let j = i + 1; j < boxes.length && boxes[j].top < boxes[i].bottom; j += 1) {
      const [a, b] = [boxes[i], boxes[j]];
      if (a.left < b.right && b.left < a.right)
        problems.push(["overlap", a.text, b.text]);
    }
  }
  return problems.slice(0, 8);
}
"""
"""A script that gives the texts that overlap each other or leave what holds them."""
