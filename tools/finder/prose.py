"""Sentences and words of made-up papers, in German and in English."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """The words and sentences of papers in one language."""

    and_: str
    between: str
    editors: str
    pages: str
    here: str
    thesis: str
    place: str
    leads: tuple[str, ...]
    again: tuple[str, ...]
    lists: tuple[str, ...]
    notes: tuple[str, ...]
    headings: tuple[str, ...]
    titles: tuple[str, ...]
    authors: tuple[str, ...]
    places: tuple[str, ...]
    things: tuple[str, ...]
    bodies: tuple[str, ...]
    afterwards: tuple[str, ...]
    sentences: tuple[str, ...]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


GERMAN = Words(
    and_="und",
    between=" / ",
    editors="Hrsg.",
    pages="S.",
    here="hier",
    thesis="Diss.",
    place="Berlin",
    leads=("Vgl. ", "Siehe ", "Siehe dazu ", "Vgl. etwa ", "S. auch ", "Vgl. hierzu ", "So auch "),
    again=("Ebd., S. {}.", "Ebenda.", "A. a. O., S. {}.", "Vgl. ebd., S. {} f.", "Ebd., {} ff."),
    lists=("Literatur", "Literaturverzeichnis", "LITERATUR", "Quellen und Literatur", "Literatur:"),
    notes=("Anmerkungen", "Fußnoten", "ANMERKUNGEN"),
    headings=("2. Stand der Forschung", "3 Daten und Methode", "Ergebnisse", "4. Ausblick"),
    titles=("Mundart und Stadt im Wandel", "Zur Lage der Dörfer", "Sprache, Arbeit, Verein"),
    authors=("Jutta Thiele", "Karl Anders und Eva Moor", "Ines Wolter"),
    places=("Kahlenberg", "Moorstadt", "Aarbach", "Neudorf an der Lenne", "Sellin", "Oberau"),
    things=(
        "Arbeit",
        "Herkunft",
        "Besitz",
        "Glauben",
        "Mundart",
        "Bildung",
        "Verein",
        "Markt",
        "Haus",
    ),
    bodies=_lines(
        """
        Statistisches Amt der Stadt Kahlenberg
        Bundesministerium für Arbeit und Verkehr
        Deutscher Verein für Dorfkunde
        Institut für Nachbarschaft
        Verband der Heimatvereine
        Landeszentrale für politische Bildung Moorland
        Kommission der Europäischen Gemeinschaften
        """
    ),
    afterwards=(
        "",
        "Anschrift der Verfasserin:\nDr. Jutta Thiele, Universität Kahlenberg, Am Markt 3",
        "Anhang\nTabelle 1: Befragte nach Ort und Jahr\nKahlenberg 1998 112\nMoorstadt 2004 97",
        "Danksagung\nWir danken der Stiftung für die Förderung in den Jahren 2004 bis 2007.",
        "Zur Autorin\nInes Wolter, geb. 1971, ist wissenschaftliche Mitarbeiterin in Moorstadt.",
    ),
    sentences=_lines(
        """
        Die Befragung wurde im Frühjahr {y} in {n} Haushalten von {p} durchgeführt.
        Dabei zeigte sich, dass die Älteren häufiger zustimmten, soweit es um {w} ging.
        Dieser Befund ist nicht neu, er wurde aber bisher kaum erklärt.
        In der Literatur wird dafür meist der Wandel von {w} und {v} verantwortlich gemacht.
        Dagegen spricht, dass sich die Unterschiede auch zwischen {w} und {v} finden.
        Wir gehen deshalb davon aus, dass {w} und {v} zusammenwirken.
        Zwischen 1950 und {y} stieg die Zahl der Vereine in {p} auf mehr als das Doppelte.
        Die Quellen schweigen darüber, wer die Kosten für {w} getragen hat.
        Man wird also vorsichtig sein müssen, wenn man von {w} auf {v} schließt.
        Im Folgenden werden zuerst {w} und dann {v} vorgestellt.
        Ob das auch für {p} gilt, muss hier offen bleiben.
        Für Hinweise danke ich den Teilnehmern des Kolloquiums in {p}.
        Der Begriff wird hier im weiteren Sinne verwendet und umfasst auch {w} und {v}.
        Die Angaben beruhen auf der amtlichen Statistik des Jahres {y}.
        Seitdem hat sich das Bild von {p} gründlich verändert.
        Damit ist freilich noch nicht gesagt, dass die Betroffenen es ebenso sehen.
        Die Interviews dauerten zwischen 40 und {n} Minuten und wurden verschriftet.
        Auf die Frage nach {w} gibt es keine einfache Antwort.
        Das Gesetz von {y} hat daran wenig geändert, wie die Zahlen zeigen.
        Erst in den neunziger Jahren wurde die Debatte über {w} wieder aufgenommen.
        Im Vergleich der Länder fällt auf, wie wenig über {w} gestritten wurde.
        Die meisten Autoren setzen dabei eine Norm voraus, die sie selbst nicht begründen.
        Diese Annahme über {w} hat sich als falsch erwiesen.
        Wer im Ort geboren war, antwortete in {n} Fällen mit Ja.
        """
    ),
)

ENGLISH = Words(
    and_="and",
    between=" and ",
    editors="eds.",
    pages="pp.",
    here="at",
    thesis="PhD thesis",
    place="London",
    leads=("See ", "See also ", "Cf. ", "See, for example, ", "On this see ", "But see "),
    again=("Ibid., p. {}.", "Ibid.", "Op. cit., p. {}.", "Ibid., {}–88.", "Loc. cit."),
    lists=("References", "Bibliography", "REFERENCES", "Works cited", "Literature"),
    notes=("Notes", "NOTES", "Footnotes", "Endnotes"),
    headings=("2. Previous work", "Data and Methods", "RESULTS", "4. Discussion", "Conclusion"),
    titles=("Speech and the changing town", "Villages in transition", "Language, work and club"),
    authors=("Judith Thiel", "Carl Anders and Eve Moor", "Ina Walter"),
    places=("Fells", "Moortown", "Arden", "Port Ewen", "Upper Lenn", "Harbour"),
    things=(
        "work",
        "origin",
        "property",
        "belief",
        "speech",
        "schooling",
        "trade",
        "home",
        "kinship",
    ),
    bodies=_lines(
        """
        Office of Village Statistics
        Department of Housing and Roads
        World Village Organization
        The Rural Society
        National Council for the Study of Towns
        United Nations Commission on Neighbours
        Fells County Council
        """
    ),
    afterwards=(
        "",
        "Author's address:\nDr Judith Thiel, University of Fells, 3 Market Place, Fells",
        "Appendix\nTable 1. Respondents by place and year\nFells 1998 112\nMoortown 2004 97",
        "Acknowledgements\nWe thank the Fells Foundation for its support between 2004 and 2007.",
        "About the author\nIna Walter (born 1971) is a research fellow at the University of Fells.",
    ),
    sentences=_lines(
        """
        The survey was carried out in {n} households of {p} in the spring of {y}.
        Older people were found to agree more often than the young where {w} was concerned.
        This finding is not new, but it has hardly been explained so far.
        Most authors hold the change of {w} and {v} responsible for it.
        Against this speaks that the differences are found between {w} and {v} as well.
        We therefore assume that {w} and {v} work together.
        Between 1950 and {y} the number of clubs in {p} more than doubled.
        The sources are silent on who bore the cost of {w}.
        One will have to be careful in drawing conclusions from {w} to {v}.
        In what follows {w} is presented first, then {v}.
        Whether this holds for {p} as well must remain open here.
        I am grateful to the members of the {p} seminar for their comments.
        The term is used here in a wider sense and includes {w} and {v}.
        The figures are taken from the official statistics of {y}.
        Since then the look of {p} has changed thoroughly.
        This is not to say that those concerned see it in the same way.
        Interviews lasted between 40 and {n} minutes and were transcribed.
        There is no simple answer to the question of {w}.
        The act of {y} did little to change this, as the numbers show.
        It was only in the nineties that the debate on {w} was taken up again.
        Compared with other countries it is striking how little was argued about {w}.
        Most writers take for granted a norm that they do not justify.
        That assumption about {w} has turned out to be wrong.
        Of those born in the village {n} of all answered yes.
        """
    ),
)

WORDS = {"de": GERMAN, "en": ENGLISH}
