"""Languages: the codes of libraries, and CSL's.

Source: MARC Code List for Languages (ISO 639-2, bibliographic); ISO 639-1.
"""

from __future__ import annotations

# Of the languages that journals are in.
_CODES = """
    afr=af alb=sq amh=am ara=ar arm=hy aze=az baq=eu bel=be ben=bn bos=bs bul=bg bur=my cat=ca
    chi=zh cze=cs dan=da dut=nl eng=en epo=eo est=et fin=fi fre=fr geo=ka ger=de gle=ga glg=gl
    gre=el heb=he hin=hi hrv=hr hun=hu ice=is ind=id ita=it jpn=ja kaz=kk kir=ky kor=ko lat=la
    lav=lv lit=lt mac=mk mal=ml mao=mi may=ms mon=mn nor=no per=fa pol=pl por=pt pus=ps rum=ro
    rus=ru san=sa scc=sr scr=hr slo=sk slv=sl spa=es srp=sr swa=sw swe=sv tam=ta tel=te tha=th
    tur=tr ukr=uk urd=ur uzb=uz vie=vi wel=cy
"""

_SHORT_CODES = dict(pair.split("=") for pair in _CODES.split())


def language_code(text: str) -> str:
    """Return the code of two letters for one of three; any other text as it is.

    >>> language_code("ger"), language_code("German")
    ('de', 'German')
    """
    return _SHORT_CODES.get(text.lower(), text)
