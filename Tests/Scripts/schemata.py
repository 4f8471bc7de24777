"""Finds the mutants of Swift sources and writes copies of the sources that hold many of them at once.

A mutant is one small change in the body of a function, initializer or computed property. The body of a function with
chosen mutants becomes `switch rulebookMutant { case 17: <body with the change> … default: <body> }`, so that one build
serves all: which mutant lives is read from the environment once. Whole bodies are switched, not expressions, so that
every copy is type-checked by itself.
"""

import re
from dataclasses import dataclass

VARIABLE = "RULEBOOK_MUTANT"

SELECTOR = f"""\
private import Glibc

/// The mutant that lives in this run; 0 is none.
@usableFromInline let rulebookMutant: Int = {{
  guard let text = unsafe getenv("{VARIABLE}") else {{ return 0 }}
  return Int(unsafe String(cString: text)) ?? 0
}}()
"""

# What stands for what, where spaces are around it.
OPERATORS = {
    "<": ["<="], "<=": ["<"], ">": [">="], ">=": [">"], "==": ["!="], "!=": ["=="], "&&": ["||"], "||": ["&&"],
    "+": ["-"], "-": ["+"], "*": ["+"], "/": ["*"], "%": ["*"], "+=": ["-="], "-=": ["+="], "*=": ["+="],
    "&": ["|"], "|": ["&"],
}
WORDS = {"true": "false", "false": "true", "min": "max", "max": "min", "allSatisfy": "contains"}
CALL = re.compile(r"(?m)^[ \t]*((?:[A-Za-z_]\w*|\$\d)[\w.\[\]?!]*(?:\([^\n]*\)| [-+*/|&]?= [^\n]*))[ \t]*$")
RETURN = re.compile(r"\breturn ([^\n}]+)")
HEADER = re.compile(r"(?<![.\w`])(?:func\b|init\b(?=[?<(])|subscript\b)|\bvar\s+\w+\s*:[^={}()\n]+(?=\{)")


@dataclass(frozen=True)
class Mutant:
    """One change: `new` in place of what stands from `start` to `end` of the file."""

    number: int
    path: str
    line: int
    start: int
    end: int
    old: str
    new: str

    @property
    def key(self):
        """What names the mutant for people, and in the state of a run."""
        column = self.start
        return f"{self.path}:{self.line}@{column}: {one_line(self.old)} → {one_line(self.new) or '(nothing)'}"


@dataclass(frozen=True)
class Body:
    """What stands between the braces of a function, and what stands before them."""

    start: int
    end: int
    header: str


def one_line(text):
    """The text without its line breaks."""
    return " ".join(text.split())


def masked(text):
    """The text with spaces for all of its comments and string literals, so that offsets stay."""
    pattern = r'//[^\n]*|/\*.*?\*/|#?"""(?:.|\n)*?"""#?|#"[^\n]*?"#|"(?:\\\([^\n]*?\)|\\.|[^"\\\n])*"'
    return re.sub(pattern, lambda found: re.sub(r"[^\n]", " ", found.group()), text, flags=re.DOTALL)


def closing(code, start):
    """The offset of the bracket that closes the one at `start`; none at the end of the text."""
    pairs, open_brackets = {")": "(", "]": "[", "}": "{"}, []
    for offset in range(start, len(code)):
        if code[offset] in "([{":
            open_brackets.append(code[offset])
        elif code[offset] in pairs:
            open_brackets.pop()
            if not open_brackets:
                return offset
    return None


def opening(code, header):
    """The offset of the brace that begins the body of what a header begins; none for a requirement without body."""
    if header.group().startswith("var"):
        return header.end()
    bracket = code.find("(", header.end())
    if bracket < 0:
        return None
    after = (closing(code, bracket) or len(code)) + 1
    found = re.compile(r"[{}]|\b(?:func|var|init)\b").search(code, after)
    return found.start() if found and found.group() == "{" else None


def bodies(code):
    """The bodies that lie in no other body, in the order of the text."""
    found, last = [], 0
    for header in HEADER.finditer(code):
        if header.start() < last:
            continue
        brace = opening(code, header)
        end = closing(code, brace) if brace is not None else None
        if end is None or re.match(r"\s*(get|set|didSet|willSet|_read|_modify)\b", code[brace + 1:end]):
            continue
        found.append(Body(brace + 1, end, code[header.start():brace]))
        last = end
    return found


def changes(code, body):
    """The changes of one body: from, to, text."""
    inner = code[body.start:body.end]

    def at(found, new, group=0):
        return body.start + found.start(group), body.start + found.end(group), new

    for found in re.finditer(r"(?<= )(?:[-+*]=|[<>=!]=|&&|\|\||[-+*/%<>&|])(?=\s)", inner):
        for new in OPERATORS.get(found.group(), []):
            yield at(found, new)
    for found in re.finditer(r"\.\.<|\.\.\.", inner):
        yield at(found, "..." if found.group() == "..<" else "..<")
    for found in re.finditer(r"(?<![\w.$])\d+(?![\w.]*\w)", inner):
        yield at(found, str(int(found.group()) + 1))
    for found in re.finditer(r"\b(?:true|false|(?:min|max|allSatisfy)(?=[({ ]))\b", inner):
        yield at(found, WORDS[found.group()])
    for found in re.finditer(r"\bguard ((?:(?!\b(?:let|var|case|guard|else)\b)[^;])+?)\s+else \{", inner):
        yield at(found, "true", 1)
    for found in CALL.finditer(inner):
        if continues_nothing(inner, found.start()):
            yield at(found, "", 1)
    if body.header.rstrip().endswith("?"):
        for found in RETURN.finditer(inner):
            if found.group(1).strip() != "nil":
                yield at(found, "nil", 1)


def continues_nothing(inner, offset):
    """Whether the line at `offset` is a statement of its own, not the rest of the line before it."""
    before = inner[:offset].rstrip()
    return not before or before[-1] in "{};:)" or before[-1].isalnum() or before[-1] in "]?_\""


def mutants(sources):
    """All mutants of the sources (path to text), numbered from 1 in the order of the paths."""
    found = []
    for path in sorted(sources):
        text = sources[path]
        code = masked(text)
        for body in bodies(code):
            for start, end, new in sorted(set(changes(code, body))):
                if text[start:end].strip() != new:
                    line = text.count("\n", 0, start) + 1
                    found.append(Mutant(len(found) + 1, path, line, start, end, text[start:end], new))
    return found


class Schema:
    """A source with its chosen mutants in it, and which of them stands in which line."""

    def __init__(self, text, chosen):
        """The source `text` with the mutants `chosen`, all of this file."""
        self.text = ""
        self.spans = []
        last = 0
        for body in bodies(masked(text)):
            own = [mutant for mutant in chosen if body.start <= mutant.start < body.end]
            if own:
                self.text += text[last:body.start]
                self._switch(text, body, own)
                last = body.end
        self.text += text[last:]

    def _switch(self, text, body, own):
        first = self._line()
        self.text += " switch rulebookMutant {\n"
        for mutant in own:
            begin = self._line()
            changed = text[body.start:mutant.start] + mutant.new + text[mutant.end:body.end]
            self.text += f"case {mutant.number}:\n{filled(changed)}\n"
            self.spans.append((begin, self._line() - 1, [mutant.number]))
        self.text += f"default:\n{filled(text[body.start:body.end])}\n}}\n"
        self.spans.append((first, self._line(), [mutant.number for mutant in own]))

    def _line(self):
        return self.text.count("\n") + 1

    def at(self, line):
        """The mutants to blame for an error in this line: one, or all of the body."""
        return next((numbers for first, last, numbers in self.spans if first <= line <= last), [])


def filled(body):
    """The statements of a case, which may not be without any."""
    return body if masked(body).strip() else "break"
