"""An example of each trait and each fault, by name."""

from __future__ import annotations

HAS = {
    "year": "in 1999 or so",
    "initials": "by J. K. Smith",
    "volume:pages": "12(3): 345",
    "year in brackets": "(2003a)",
    "range": "17–29",
    "vancouver name": "Chen GM, Wang",
    "series": "Annals of Bees",
    "pages": "pp. 12",
    "volume word": "Bd. 12",
    "et al": "Smith et al",
    "identifier": "doi 10.1000/x",
    "publisher": "Gull Press",
    "place: publisher": "London: Gull",
    "editors": "(Hrsg.)",
    "in": "In: Works",
    "link": "https://a.example",
    "accessed": "Accessed then",
    "no date": "(in press)",
    "type code": "Title[J]",
}


HAS_NOT = {
    "e-mail": "jane@fjord.example",
    "price": "269,00 €",
    "copyright": "© Authors",
    "first person": "We thank all",
    "declares": "the authors declare none",
    "support": "Supported by a grant",
    "post box": "PO Box 76, Gull Island",
    "only citations": "(Voss et al., 2017) (Lenz et al., 2011; Roe 2012a)",
    "history": "Received: 12 May",
    "orcid": "orcid.org/0000",
    "question": "How old?",
    "caption": "Table 3",
    "short title": "Lenz (wie Anm. 1)",
    "short citation": "Ramaswamy and Voss 1999, p. 344.",
    "short title and page": "Ameka, How discourse, pp. 245.",
    "symbols": "A → B",
    "citation in brackets": "as shown [12].",
    "menu": "Download citation",
}
