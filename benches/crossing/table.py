"""One table of what crossing costs, from the lines that each language said. The answers come first: they are the same, or there is no table."""

import json
import sys

found: dict[str, dict[str, tuple[float, int]]] = {}
for line in sys.stdin:
    said = json.loads(line)
    found.setdefault(said["question"], {})[said["language"]] = (said["ns"], said["check"])

languages = list(next(iter(found.values())))
strange = {question: answers for question, answers in found.items() if len({check for _, check in answers.values()}) != 1 or list(answers) != languages}
if strange:
    sys.exit(f"the languages differ: {strange}")

print("| question | " + " | ".join(languages) + " | as a multiple of Rust |")
print("|---|" + "---|" * (len(languages) + 1))
for question, answers in found.items():
    floor = answers["Rust"][0]
    figures = [f"{ns:,.0f} ns" if ns >= 100 else f"{ns:.1f} ns" for ns, _ in answers.values()]
    times = ", ".join(f"{language} {ns / floor:,.2f}" for language, (ns, _) in answers.items() if language != "Rust")
    print(f"| {question} | " + " | ".join(figures) + f" | {times} |")
