"""Databases and preprint servers: their names, and the shapes of their numbers.

The model holds the name of either in ``archive``, the number in ``archive_location``. Only a
preprint's number is what biblatex calls an *eprint* (manual §3.14.7): a style prints it.
"""

from __future__ import annotations

import re

from refconv.core.lazy_pattern import lazy_pattern

_DATABASES = """
scopus|web of science|wos|web of knowledge|isi|science citation index|social sciences citation index
|core collection|current contents|biosis|biological abstracts|zoological record|data citation index
|medline|pubmed|pmc|pubmed central|embase|cinahl|psycinfo|apa psycinfo|psycarticles|apa psycarticles
|psyndex|pascal|francis|central|cochrane|dare|amed|hmic|bni|pedro|lilacs|ibecs|scielo|indmed
|koreamed|kci|kiss|riss|cnki|wanfang|vip|cbm|sinomed|airiti|ichushi|cinii|j-stage|eric
|british education index|compendex|inspec|engineering village|ei village|ieee xplore|acm digital
|acm guide|sciencedirect|springerlink|wiley online|taylor & francis|proquest|ebsco|ebscohost
|academic search|business source|socindex|sportdiscus|greenfile|library literature|lista
|sociological abstracts|social services abstracts|econlit|philosopher's index|mla|atla|rilm
|cab abstracts|cab direct|global health|agricola|agris|georef|geobase|food science|fsta|aquatic
|asfa|chemical abstracts|scifinder|caplus|toxline|mathscinet|zentralblatt|zbmath|dblp|crossref
|google scholar|dimensions|lens|semantic scholar|openalex|microsoft academic|openaire|base
|worldcat|oclc|library of congress|opengrey|ovid|epistemonikos|trip|clinicaltrials|ictrp|doaj
|nasa ads|inspire|derwent|espacenet|nexis|factiva|lexisnexis|westlaw|heinonline|periodicals index
|wilson|gale|infotrac|citeseerx|citeseer|a9h|aph|bth|buh|ccm|c8h|cin20|cmedm|mdc|mnh|psyh|pdh|rzh
|s3h|sih|sph|eft|ehh|eue|lih|lxh|ufh|8gh|edsgao|edselc|edb|emed|medl|mesz|psycextra|health source
|nursing|directory of open access
""".replace("\n", "")
_NAMES = tuple(name for name in _DATABASES.split("|") if name)

_SERVERS = frozenset(
    """arxiv biorxiv medrxiv chemrxiv psyarxiv socarxiv eartharxiv engrxiv edarxiv africarxiv
    techrxiv indiarxiv arabixiv lawarxiv lissa marxiv metaarxiv mindrxiv nutrixiv paleorxiv
    sportrxiv ecoevorxiv ecsarxiv agrixiv bitss inarxiv openarxiv ssrn hal repec osf preprints.org
    preprints researchsquare authorea peerj essoar essopenarchive iacr cryptology eccc
    scielopreprints chinaxiv vixra zenodo jxiv qeios cogprints philsci-archive e-lis""".split()
)
_PREPRINTS = lazy_pattern(r"\b(?:preprints?|eprint(?: archive)?|research square|osf)\b")
# What biblatex makes links of (manual §3.14.7).
_BIBLATEX = frozenset({"arxiv", "jstor", "pubmed", "hdl", "googlebooks", "ascl", "dlmf"})
_TOKEN = lazy_pattern(r"[\w.+-]{2,30}")

_ACCESSION = lazy_pattern(
    r"""(?: (?:WOS|ISI|CCC|BCI|BIOSIS|MEDLINE|KJD|RSCI|SCIELO|CSCD|DRCI|DIIDW|INSPEC|ZOOREC|CABI
            |FSTA|PPRN|GCI|ARCI):\S+
          | 2-s2\.0-\d+                 # Scopus
          | (?:EMBASE\ )? L\d{6,}       # Embase
          | CN-\d{6,}                   # CENTRAL
          | (?:19|20)\d\d-\d{4,6}-\d{3} # PsycINFO
          | (?:19|20)\d\d-\d{5,6}       # GeoRef
          | (?:EJ|ED)\d{5,}             # ERIC
          | rayyan-\d+
          | (?:MR|Zbl|PPR|IND|CAT|NART|NDO)[ ]?\d{4,}(?:\.\d+)?
          | (?:edsgcl|edsair|edselc|edswss)[.\d]\S*
          | \d{5,} )""",
    re.VERBOSE,
)


def is_database(name: str) -> bool:
    """Return whether a text names a database of references, perhaps with more words.

    >>> is_database("Ovid MEDLINE(R) ALL"), is_database("arXiv"), is_database("British Library")
    (True, False, False)
    """
    words = " ".join(re.findall(r"[\w.&'-]+", name.casefold()))
    return not is_preprint_server(name) and any(
        words == one or words.startswith(f"{one} ") or f" {one}" in words for one in _NAMES
    )


def is_preprint_server(name: str) -> bool:
    """Return whether a text names a server of preprints or e-prints.

    >>> is_preprint_server("bioRxiv"), is_preprint_server("OSF Preprints")
    (True, True)
    """
    folded = name.strip().casefold()
    return folded.replace(" ", "") in _SERVERS or _PREPRINTS.search(folded) is not None


def is_accession_number(text: str) -> bool:
    """Return whether a text has the shape of a database's number.

    >>> is_accession_number("WOS:000282053100002"), is_accession_number("hep-th/9901001")
    (True, False)
    """
    return _ACCESSION.fullmatch(text.strip()) is not None


def is_eprint(archive: str, number: str) -> bool:
    """Return whether a number in an archive is an eprint in the sense of biblatex.

    >>> is_eprint("arXiv", "1706.03762"), is_eprint("Scopus", "85012345"), is_eprint("", "2-s2.0-1")
    (True, False, False)
    """
    if not number:
        return False
    if not archive:
        return not is_accession_number(number) and " " not in number
    if is_preprint_server(archive) or archive.casefold() in _BIBLATEX:
        return True
    is_number_of_database = is_accession_number(number) or re.search(r"[\s;]", number) is not None
    is_named = _TOKEN.fullmatch(archive) is not None
    return is_named and not is_database(archive) and not is_number_of_database
