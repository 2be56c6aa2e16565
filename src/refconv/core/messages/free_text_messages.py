"""The messages about free text."""

from __future__ import annotations

from refconv.core.codes import Code, Message, Messages, Severity

FREE_TEXT: Messages = {
    (Code.TOO_LONG, "line"): Message(
        "a line of more than {megabytes} MB (not read)",
        "Free text is read in parts of whole lines.",
        "text",
    ),
    (Code.NO_REFERENCES, "text"): Message(
        "no reference list in the text (nothing was read)",
        "Nothing in the text looks like a list of references.",
        "text",
        "Some words.",
    ),
    (Code.UNLISTED_REFERENCE, "line"): Message(
        "{text!r} looks like a reference but is in no list (left out)",
        "A page has a reference outside its lists, as in a footnote.",
        "text",
    ),
    (Code.MISSING_TITLE, "page"): Message(
        "no title in the page record (left empty)",
        "A page gives contributors or dates of itself but no title.",
        "text",
    ),
    (Code.MISSING_CONTAINER, "page"): Message(
        "no container-title in the page record (left empty)",
        "A page gives contributors or dates of itself but not the journal.",
        "text",
    ),
    (Code.UNLABELLED_TEXT, "words"): Message(
        "{text!r} has no label (kept as text:unlabelled)",
        "The tagger could not say which variable some words of a reference belong to.",
        "text",
        "",
        Severity.NOTE,
    ),
    (Code.LOW_CONFIDENCE, "reference"): Message(
        "uncertain labels ({confidence:.0%}) in {text!r} (please check)",
        "The tagger is not sure how to take the reference apart.",
        "text",
        "",
        Severity.NOTE,
    ),
    (Code.EMPTY, "string"): Message(
        "a blank string (it gives an empty reference)",
        "One of the strings that are each a reference has no words.",
        "lines",
        "Curie M. Rays. Nature 1898.\n\nCurie P. More rays. Nature 1899.\n",
        Severity.NOTE,
    ),
}
