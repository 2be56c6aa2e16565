"""Words of headings, in European and some other languages.

Words are compared by their letters alone, case folded (:func:`refconv.page.headings.fold`).
"""

from __future__ import annotations

from enum import StrEnum


class Heading(StrEnum):
    """What comes after a heading."""

    LIST = "list"
    """the references of the page"""
    CITATION = "citation"
    """the page's own citation"""
    HISTORY = "history"
    """the dates of an article"""
    FOREIGN = "foreign"
    """references that are not the page's own: similar articles, citing articles"""
    NOTES = "notes"
    """numbered notes, some of which name works"""
    OTHER = "other"
    """anything else: what ends a list"""


def _words(text: str) -> tuple[str, ...]:
    """Split a table's text at its semicolons."""
    return tuple(words for line in text.split(";") if (words := " ".join(line.split())))


# Rows of one language stand together; a heading that two kinds share belongs to the first.
WORDS: dict[Heading, tuple[str, ...]] = {
    Heading.LIST: _words(
        """
        references; reference; references and notes; notes and references; reference list;
        list of references; list of works cited; list of cited works; list of literature;
        reference works; works cited list; references cited; literature cited; literature;
        bibliography; selected bibliography; select bibliography; bibliographic references;
        works cited; work cited; cited literature; cited references; sources; cited works; further
        reading; recommended reading; suggested reading; additional references;
        supplementary references; supplemental references; supporting references; references
        and further reading; references and recommended reading; annotated bibliography;
        references and bibliography; primary sources; secondary sources; secondary
        literature; works consulted; sources and literature; references cited in this
        article; end notes; endnotes; notes and bibliography; methods references; additional
        reading; literature references; method references; online references; appendix
        references; references for the main text; references and links; references and
        footnotes; selected references; key references; reference and notes; review of
        literature cited; publications cited; list of publications; publications;
        bibliographical references; literatur; literaturverzeichnis; literaturhinweise;
        literaturliste; literaturangaben; quellen; quellenverzeichnis; quellen und
        literatur; quellen und literaturverzeichnis; literatur und quellenverzeichnis;
        literatur und quellen; bibliographie; bibliografie; schrifttum;
        schrifttumsverzeichnis; referenzen; zitierte literatur; verwendete literatur;
        weiterführende literatur; ausgewählte literatur; literaturnachweise;
        literaturnachweis; quellenangaben; anmerkungen und literatur; literatur in auswahl;
        sekundärliteratur; primärliteratur; primärquellen; literaturauswahl;
        bibliographische angaben; internetquellen; onlinequellen; einzelnachweise; belege;
        literatur und internetquellen; weblinks und literatur; benutzte literatur;
        forschungsliteratur; références; référence; références bibliographiques;
        bibliographie sélective; ouvrages cités; littérature citée; liste des références;
        bibliographie générale; sources et bibliographie; références citées; œuvres citées;
        travaux cités; éléments de bibliographie; orientation bibliographique; notes et
        références; indications bibliographiques; pour en savoir plus; referencias;
        referencias bibliográficas; bibliografía; bibliografía citada; obras citadas;
        literatura citada; lista de referencias; fuentes; fuentes y bibliografía;
        referències; referències bibliogràfiques; bibliografia citada; trabajos citados;
        fuentes consultadas; bibliografía consultada; bibliografía y fuentes; bibliografía
        general; referências; referências bibliográficas; bibliografia; obras consultadas;
        fontes; referências citadas; lista de referências; riferimenti; riferimenti
        bibliografici; bibliografia essenziale; opere citate; letteratura; fonti; fonti e
        bibliografia; riferimenti e note; referințe; referințe bibliografice; bibliografie
        selectivă; nota bibliografica; referenties; literatuur; literatuurlijst;
        literatuurverwijzingen; bronnen; bronnenlijst; geraadpleegde literatuur; referenser;
        referenslista; litteratur; litteraturförteckning; källor; källförteckning; käll och
        litteraturförteckning; källor och litteratur; litteraturliste; referanser;
        referanseliste; litteraturhenvisninger; litteraturfortegnelse; referencer; kilder;
        kildeliste; kilder og litteratur; lähteet; kirjallisuus; lähdeluettelo;
        kirjallisuusluettelo; viitteet; heimildir; heimildaskrá; ritaskrá; literatura;
        piśmiennictwo; bibliografia załącznikowa; wykaz literatury; spis literatury; źródła;
        literatura cytowana; bibliografia i źródła; przypisy; použitá literatura; seznam
        literatury; seznam použité literatury; citovaná literatura; zdroje; prameny; prameny
        a literatura; odkazy; reference a literatura; zoznam použitej literatúry; zoznam
        literatúry; literatúra; irodalom; irodalomjegyzék; felhasznált irodalom;
        hivatkozások; szakirodalom; források; bibliográfia; popis literature; izvori; izvori
        i literatura; viri; viri in literatura; seznam virov; literatura i izvori;
        bibliografija; seznam literature; literatūra; literatūros sąrašas; šaltiniai;
        izmantotā literatūra; atsauces; kirjandus; kasutatud kirjandus; viited; allikad;
        bibliografi; referencat; bibliografia e cituar; erreferentziak; bibliografiaren
        zerrenda; kaynaklar; kaynakça; referanslar; yararlanılan kaynaklar; kaynaklar
        dizini; daftar pustaka; referensi; tài liệu tham khảo; cyfeiriadau; llyfryddiaeth;
        tagairtí; литература; список литературы; библиография; библиографический список;
        список использованной литературы; список использованных источников; источники;
        источники и литература; список источников; ссылки; использованная литература;
        цитированная литература; список источников и литературы; примечания; пристатейный
        библиографический список; література; список літератури; список використаних джерел;
        бібліографія; джерела; список використаної літератури; литература и извори;
        библиографски извори; използвана литература; източници; извори; літаратура;
        библиографија; референце; користена литература; βιβλιογραφία; αναφορές;
        βιβλιογραφικές αναφορές; πηγές; βιβλιογραφικεσ αναφορεσ; المراجع; المصادر; المصادر
        والمراجع; قائمة المراجع; قائمة المصادر والمراجع; مراجع; ثبت المصادر والمراجع;
        الهوامش; ביבליוגרפיה; רשימת מקורות; מקורות; רשימה ביבליוגרפית; منابع; فهرست منابع;
        منابع و مآخذ; 参考文献; 參考文獻; 参考资料; 引用文献; 文献; 文獻; 参考文献一覧;
        引用・参考文献; 参考書目; 参考书目; 注释与参考文献;
        參考書目; 主要参考文献; 徵引文獻; 引用書目; 参照文献;
        참고문헌; 참고 문헌; 인용문헌;
        บรรณานุกรม; เอกสารอ้างอิง; संदर्भ
        """
    ),
    Heading.CITATION: _words(
        """
        cite this article; how to cite; how to cite this article; share and cite;
        recommended citation; suggested citation; cite this paper; cite this chapter;
        cite this paper as; cite this chapter as; cite
        this; citation; cite as; to cite this article; about this article; please cite this
        article as; cite this page; cite this article as; article citation; how to cite this
        paper; citing this article; preferred citation; to cite; cite; citation information;
        how to cite this chapter; to cite this version; recommended citation format;
        zitierweise; zitiervorschlag; empfohlene zitierweise; zitieren als; zitation; diesen
        artikel zitieren; empfohlene zitation; pour citer cet article; citer cet article;
        pour citer ce document; comment citer; référence électronique; comment citer cet
        article; référence papier; pour citer; cómo citar; cómo citar este artículo; para
        citar este artículo; citar este artículo; como citar; como citar este artigo; citar
        como; forma de citar; come citare; per citare questo articolo; come citare questo
        articolo; hoe te citeren; cytowanie; jak cytować; citace; образец цитирования; для
        цитирования; как цитировать; 引用本文; 引用格式; 本文引用格式; atıf; så här citerar du;
        citeringsförslag; mdpi and acs style
        """
    ),
    Heading.HISTORY: _words(
        """
        article history; history; publication history; dates; manuscript history;
        artikelhistorie; historique; historia del artículo; publication dates
        """
    ),
    Heading.FOREIGN: _words(
        """
        similar articles; cited by; cited by articles; related articles; recommended
        articles; related content; most read; most cited; most cited articles; people also
        read; recommended; citing articles; citing literature; articles citing this; you may
        also like; more from this author; recommended for you; cited in; related papers;
        similar works; other articles by the author; articles by the same author; this
        article is cited by; ähnliche artikel; zitiert von; articles similaires; cité par;
        artículos relacionados; artículos similares; citado por; artigos relacionados;
        articoli correlati; most popular; most popular articles; latest articles; suggested
        articles; trending articles
        """
    ),
    Heading.NOTES: _words(
        "notes; footnotes; anmerkungen; fußnoten; notes de bas de page; notas; note"
    ),
    Heading.OTHER: _words(
        """
        acknowledgements; acknowledgments; acknowledgement; acknowledgment; author
        contributions; author contribution; authors contributions; contributions; author
        information; about the author; about the authors; authors and affiliations; author
        biography; author biographies; biographies; biography; notes on contributors;
        contributors; biographical note; biographical notes; affiliations; authors;
        corresponding author; corresponding authors; correspondence; author details; authors
        information; author address; authors address; authors addresses; address of the author;
        address for correspondence;
        competing interests; competing interest; competing financial interests;
        conflict of interest; conflicts of interest; declaration of interests; declaration
        of competing interest; declarations; ethics declarations; ethical approval; ethics
        statement; ethics approval; ethics approval and consent to participate; consent for
        publication; disclosure; disclosures; disclosure statement; funding; funding
        information; financial support; data availability; data availability statement;
        availability of data and materials; code availability; additional information;
        supplementary information; supplementary material; supplementary materials;
        supplementary data; supporting information; supplemental information; extended data;
        electronic supplementary material; rights and permissions; open access; license;
        licence; copyright; figure legends; figures; tables; figure captions; list of
        figures; list of tables; table of contents; contents; index; subject index; author
        index; glossary; abbreviations; list of abbreviations; appendix; appendices; annex;
        annexes; supplement; questionnaire; abstract; summary; keywords; key words;
        introduction; conclusion; conclusions; discussion; results; methods; materials and
        methods; background; share; share this article; download references; access options;
        rent or buy; figures and tables; publication types; mesh terms; substances; related
        information; linkout more resources; full text links; publishers note; peer review
        information; reviewer information; reprints and permissions; search; navigation;
        explore; footer; quick links; customer services; view all; comments; metrics;
        article metrics; statistics; web of science; associated data; associated content;
        orcid; orcids; twitter; appendix a; appendix b; supplementary
        files; article info; a note on sources; accession codes; accession numbers;
        acronyms; nomenclature; list of symbols; contact; contact information; author
        manuscript; danksagung; anhang; anhänge; interessenkonflikt; interessenkonflikte;
        interessenskonflikt; förderung; finanzierung; autorinnen; autoren; autor; autorin;
        zum autor; zur autorin; zu den autoren; über den autor; über die autorin; über die
        autoren; korrespondenzadresse; anschrift der verfasser; anschrift des verfassers;
        anschrift der verfasserin; anschriften der verfasser; anschrift der autorin;
        anschrift des autors; zur person; zu den personen;
        anschrift; kontakt; abbildungen; tabellen; abbildungsverzeichnis;
        tabellenverzeichnis; abkürzungsverzeichnis; zusammenfassung; inhaltsverzeichnis;
        inhalt; impressum; fazit; einleitung; verfasser;
        personenregister; register; sachregister; autorenangaben; stichwörter; lizenz;
        abbildungsnachweis; bildnachweis; eidesstattliche erklärung; lebenslauf; angaben zum
        autor; einhaltung ethischer richtlinien; remerciements; annexe; conflit d'intérêts;
        conflits d'intérêts; déclaration d'intérêts; financement; auteur; auteurs; résumé;
        mots clés; table des matières; liens d'intérêts;
        agradecimientos; anexo; anexos; apéndice; conflicto de intereses; conflictos de
        intereses; financiación; financiamiento; autores; resumen; palabras clave;
        agradecimentos; apêndice; conflito de interesses; conflitos de interesse;
        financiamento; resumo; palavras-chave; ringraziamenti; appendice; appendici;
        conflitto di interessi; finanziamenti; autori; riassunto; parole chiave; note;
        dankwoord; bijlage; bijlagen; samenvatting; belangenconflict; podziękowania;
        streszczenie; załączniki; aneks; spis tabel; spis rysunków; summary in english; seznam
        příloh; seznam tabulek; seznam obrázků; zoznam príloh; prílohy; mellékletek; összefoglalás;
        függelék; prilozi; sažetak; zahvala; povzetek; anexe; mulțumiri; rezumat; sammanfattning;
        sammendrag; vedlegg; resumé; appendiks; tiivistelmä; lisad; kokkuvõte; priedai; santrauka;
        pielikumi; παράρτημα; παραρτήματα; περίληψη; ευχαριστίες; приложения; додаток; анотація;
        приложение а; резюме; extended abstract; genişletilmiş özet;
        poděkování; souhrn; přílohy; köszönetnyilvánítás; tack; bilaga;
        bilagor; takk; kiitokset; liitteet; teşekkür; ekler; özet; çıkar çatışması;
        благодарности; приложение; конфликт интересов; сведения об авторах; информация об
        авторах; об авторах; об авторе; финансирование; аннотация; ключевые слова; вклад
        авторов; подяки; додатки; відомості про авторів; 致谢; 致謝; 作者简介; 附录; 附錄;
        谢辞; 謝辞; 付録;
        摘要; 关键词; 利益冲突; شكر وتقدير; الملاحق; 감사의 글; 부록
        """
    ),
}

PARTS = _words(
    """
    notes; footnotes; links; web links; weblinks; websites; internet; internet sources; web sources;
    online resources; resources; books; articles; journals; newspapers; archives; documents;
    legislation; laws; cases; interviews; data; software; standards; works; texts; editions;
    suggested reading; suggestions for further reading; anmerkungen; fußnoten; bücher; aufsätze;
    zeitschriften; archivalien; gesetze; internetseiten; webseiten; materialien; dokumente; werke;
    texte; ausgaben; hinweise; notes et références; sitographie; webographie; ouvrages; sites web;
    revues; archives; textes; livros; artigos; documentos; sites; leis; fontes; libros; artículos;
    páginas web; fuentes; leyes; notas; note; sitografia; libri; articoli; fonti; siti; литературы;
    источников; ссылки; сайты; документы; законы; интернет-ресурсы; примечания; джерел; літератури;
    bronnen; noten; źródła; netografia; przypisy; anteckningar; webbsidor; internetkällor
    """
)
"""Words that make a heading of a list only beside others: "Literatur und Webseiten"."""
