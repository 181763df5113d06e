"""Marks in Markdown: comments that a reader of the rendered page does not see.

    480,000<!--ratios.100 kf-->                a number: the figure and its format; the number comes just before
    36<!--~ratios-->                           seconds that a run took when the texts were written; not checked
    falls with the caseload.<!--?caseload-->   a claim of the ledger holds this sentence
    <!--table knee-->                          a whole table, up to <!--/table-->
"""
import re
from dataclasses import dataclass

from wording import NUMBER, WordingError, pattern_of

MARK = re.compile(r'<!--(?:(?P<claim>\?[\w.-]+)|(?P<seconds>~[\w.-]+)|table (?P<table>[\w.-]+)|(?P<end>/table)|'
                  r'(?P<figure>[\w.-]+) (?P<form>[^\s>]+))-->')
ANY = re.compile(r'<!--(.*?)-->', re.DOTALL)


class MarkError(Exception):
    pass


@dataclass(frozen=True)
class Mark:
    """`kind`: figure, seconds, claim or table; `start`, `end`: what it marks, in the text; `sentence`: for messages."""
    kind: str
    name: str
    form: str
    start: int
    end: int
    line: int
    sentence: str


def marks_of(text):
    """All marks of a text, in its order. Every comment must be a mark."""
    found, open_table = [], None
    for comment in ANY.finditer(text):
        line = text.count('\n', 0, comment.start()) + 1
        match = MARK.fullmatch(comment.group())
        if not match:
            raise MarkError(f"line {line}: '{comment.group()}' is no mark (scenarios/figures/marks.py)")
        if match['table']:
            if open_table:
                raise MarkError(f"line {line}: table '{open_table[0]}' has no <!--/table-->")
            open_table = (match['table'], comment.end(), line)
        elif match['end']:
            if not open_table:
                raise MarkError(f'line {line}: <!--/table--> without a table')
            found.append(Mark('table', open_table[0], '', open_table[1], comment.start(), open_table[2], ''))
            open_table = None
        elif match['claim']:
            found.append(Mark('claim', match['claim'][1:], '', comment.start(), comment.start(), line,
                              sentence_before(text, comment.start())))
        else:
            kind = 'figure' if match['figure'] else 'seconds'
            name = match['figure'] or match['seconds'][1:]
            try:
                pattern = pattern_of(match['form']) if match['form'] else NUMBER
            except WordingError as error:
                raise MarkError(f'line {line}: {error}') from None
            before = re.search(f'(?:{pattern})$', text[max(0, comment.start() - 80):comment.start()])
            if not before:
                raise MarkError(f"line {line}: no number of the format '{match['form'] or 'n'}' just before "
                                f"{comment.group()}; write 0 (or 0 to 0, 0 (0 to 0)), it will be filled")
            start = comment.start() - len(before.group())
            found.append(Mark(kind, name, match['form'] or '', start, comment.start(), line,
                              sentence_before(text, comment.start())))
    if open_table:
        raise MarkError(f"line {open_table[2]}: table '{open_table[0]}' has no <!--/table-->")
    return found


def sentence_before(text, place):
    """The sentence that ends at `place`, without marks and on one line."""
    plain = ' '.join(ANY.sub('', text[max(0, place - 600):place]).split())
    begin = [m.end() for m in re.finditer(r'(?<=[.:|])\s', plain[:-2])]
    return plain[begin[-1] if begin else 0:]


def filled(text, marks, content):
    """The text with `content(mark)` in place of what each mark marks; None leaves it."""
    pieces, at = [], 0
    for mark in marks:
        new = content(mark)
        if new is None:
            continue
        pieces += [text[at:mark.start], new]
        at = mark.end
    return ''.join(pieces) + text[at:]
