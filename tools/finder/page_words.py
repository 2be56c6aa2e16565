"""The words of made-up pages: headings, what stands after lists, link text."""

from __future__ import annotations

LIST_HEADINGS = (
    "References", "References", "References", "Bibliography", "Works Cited", "Literature Cited",
    "Reference list", "List of references", "Cited literature", "List of works cited",
    "References and Notes", "References and suggested reading", "Further reading", "Sources",
    "Literatur", "Literaturverzeichnis", "Quellen und Literatur", "Literatur und Internetquellen",
    "Quellenverzeichnis", "Bibliographie", "Références", "Références bibliographiques",
    "Bibliografía", "Referencias", "Referencias bibliográficas", "Referências", "Bibliografia",
    "Riferimenti bibliografici", "Литература", "Список литературы", "Библиография",
    "Список использованных источников", "参考文献", "引用文献", "文献", "Literatuur",
    "Literatura", "Referenser", "Kaynakça", "Einzelnachweise", "Notes and references",
)  # fmt: skip
TAILED = (
    " (Chapter 3)", " [edit]", " (selection)", " (54)", " [ edit ]", " - Livros", " of Part II",
)  # fmt: skip
BACK_MATTER = (
    "Acknowledgements", "About the author", "Conflict of interest", "Author contributions",
    "Appendix A", "Index", "Funding", "Danksagung", "Zum Autor", "Anhang", "Remerciements",
    "Agradecimientos", "Supplementary material", "License", "Tables", "Figure captions", "Notes",
    "Similar articles", "Сведения об авторах",
)  # fmt: skip
AFTERWARDS = (
    "Received 12 May {y}; accepted 3 August {y}.",
    "This work is licensed under a Creative Commons Attribution 4.0 International License.",
    "© {y} The Authors. Published by Moor Press Ltd.",
    "Jane Voss is professor of history at the University of Arden. She has written on towns.",
    "Karl Thiele, born {y}, teaches at the Institute of Bees, Kahlenberg.",
    "Figure 1. The moor in {y}, seen from the north.",
    "Table 2: Harvests of {y} by village.",
    "Correspondence: J. Voss, Department of Bees, PO Box 76, Arden. E-mail: voss@arden.example",
    "We thank the staff of the archive, and two readers of an earlier version, for their help.",
    "The authors declare that they have no competing interests.",
    "Week 3 (12 March {y}): Read chapters 1 and 2.",
    "Anschrift der Verfasserin: Dr. Eva Moor, Institut für Landeskunde, 10115 Berlin",
    "Home | About | Contact | Privacy policy",
    "Cookies help us deliver our services.",
    "Version 1.2 ({y}-05-12): fixed a bug in the parser.",
)  # fmt: skip
LINKS = (
    "https://doi.org/{}", "DOI : {}", "doi:{}", "{}", "http://dx.doi.org/{}", "DOI: {}",
)  # fmt: skip
TAILS = (
    ("Google Scholar",),
    ("[CrossRef]", "[Google Scholar]"),
    ("Article", "PubMed", "Google Scholar"),
    ("CrossRef",),
    ("View in Scopus", "Google Scholar"),
    ("[PubMed]",),
    ("Crossref. PubMed.",),
)
DASHES = ("—", "———", "---", "–", "______", "——", "-----", "--")
