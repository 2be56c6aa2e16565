"""Words and sentences of made-up notes, in five languages.

In all of them ``{t}`` is a topic, ``{a}`` a family name, ``{n}`` a number, ``{y}`` a year.
"""

from __future__ import annotations

from typing import NamedTuple


class NoteWords(NamedTuple):
    """What notes in one language are made of, beside works."""

    topics: tuple[str, ...]
    abouts: tuple[str, ...]
    """What leads from a topic to a verb: "Sur {t},"."""
    verbs: tuple[str, ...]
    """What sends the reader to a work: "voir notamment"."""
    joins: tuple[str, ...]
    """What stands between two works."""
    tails: tuple[str, ...]
    """What is said about a work after it."""
    same: tuple[str, ...]
    """How an author is named again before a further work."""
    pins: tuple[str, ...]
    """What part of a work is meant: this belongs to it."""
    again: tuple[str, ...]
    """How a work is named again, or only by name and year."""
    archives: tuple[str, ...]
    sentences: tuple[str, ...]
    styles: tuple[tuple[str, str, str], ...]
    """How works are printed: a book, an article, a chapter."""


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


def _words(text: str) -> tuple[str, ...]:
    """Cut a text at its bars; spaces beside them count."""
    return tuple(text.split("|"))


FRENCH = NoteWords(
    topics=_words(
        "ces royaumes|ce point|cette question|ce débat|la vie des foires|les péages|"
        "l'histoire de la ville|le rôle des notables|ce personnage|"
        "les querelles entre {a} et {a}|la notion de peuple|cette affaire|l'œuvre de {a}|"
        "les années {y}|ces pratiques|la genèse de ce texte|la presse de l'époque|"
        "le travail des femmes|les migrations|cet épisode|la réception de {a}|"
        "ces questions|la politique scolaire"
    ),
    abouts=_words(
        "Sur {t}|Sur {t},|À propos de {t},|Pour {t},|Au sujet de {t},|Concernant {t},|"
        "Quant à {t},|Pour une étude de {t},|Pour une synthèse sur {t},|"
        "Sur {t} comme sur {t},|En ce qui concerne {t},|Pour plus de détails sur {t},|"
        "Au sujet de {t}"
    ),
    verbs=_words(
        "voir|voir notamment|voir aussi|voir par exemple|cf.|cf. notamment|se reporter à|"
        "on se reportera à|on lira|lire|consulter|je renvoie à|voir surtout|"
        "voir en particulier|voir l'article de|voir l'ouvrage de|on consultera|"
        "voir également|v.|nous renvoyons à|signalons|voir entre autres|mentionnons|"
        "voir les travaux de|citons|voir :|cf. par exemple|voir l'étude classique de|"
        "cité dans|cité par|voir le livre de"
    ),
    joins=_words(
        "; |; voir aussi |; cf. | ; | ; voir également | ; et | et |, et |. Voir aussi |"
        ". Voir également |. Cf. | ; ainsi que |, ainsi que | ou encore |"
        ". Sur {t}, voir |. Pour {t}, on lira | ; pour {t}, cf. | ; plus récemment, |"
        " et, plus récemment, |. Plus récemment, voir | ; contra : | / |"
        ". Pour un autre point de vue, voir "
    ),
    tails=_words(
        ", et en particulier le chapitre {n}|, notamment le chapitre {n}|"
        ", qui montre bien que la question était posée dès {y}|"
        " (c'est nous qui soulignons)|, où l'on trouvera une bibliographie|"
        ", dont nous suivons ici les conclusions|, surtout la deuxième partie|"
        ", pour une critique de cette thèse|, et plus précisément les pages {n} à {n}|"
        ", à qui j'emprunte cette formule|, ainsi que la réponse de {a}|"
        " qui reprend cette idée|, avec les remarques de {a}"
    ),
    same=("Id., ", "id., ", "Idem, ", "Du même auteur, "),
    pins=_words(", chap. {n}|, en particulier p. {n}-{n}|, ici p. {n}|, p. {n} sq.|, p. {n}"),
    again=_lines(
        """
        Ibid., p. {n}.
        Ibid.
        Ibidem, p. {n}-{n}.
        {a}, op. cit., p. {n}.
        J. {a}, art. cité, p. {n}.
        Id., p. {n}.
        {a}, {y}, p. {n}.
        Voir {a} ({y}).
        Cf. {a} {y} : {n}.
        Voir supra, note {n}.
        {a}, Les Foires, op. cit., p. {n} sq.
        Voir {a}, {y} ; {a} et {a}, {y}.
        Voir le chapitre {n} de cet ouvrage.
        """
    ),
    archives=_lines(
        """
        Archives nationales, F12 {n}, dossier {n}.
        AN, BB18 {n}, rapport du {n} mai {y}.
        AD Rhône, 4 M {n}.
        Lettre de {a} à {a}, {n} mars {y}.
        Le Monde, {n} juin {y}.
        Entretien avec l'auteur, {n} avril {y}.
        BnF, ms. fr. {n}, fol. {n}.
        Journal officiel, débats parlementaires, {n} mars {y}, p. {n}.
        http://www.exemple.fr/pages/{n} (consulté le {n} mai {y}).
        """
    ),
    sentences=_lines(
        """
        Je remercie {a} de m'avoir signalé ce document.
        Nous reviendrons plus loin sur {t}, qui n'a guère retenu l'attention.
        Cette thèse a été défendue par {a} dès {y}, mais elle est aujourd'hui abandonnée.
        Le terme désigne ici {t}, au sens où l'entend {a}.
        C'est en {y} que la loi est votée, par {n} voix contre {n}.
        On compte alors {n} marchands dans la ville, contre {n} en {y}.
        Dans son article, {a} soutient que {t} ne suffit pas à expliquer la crise.
        La traduction est la nôtre.
        L'enquête a été menée auprès de {n} personnes entre {y} et {y}.
        Comme l'écrit {a}, « il faut toujours revenir à {t} ».
        Charles {a} ({y}, p. {n}) remarque que {t} ne va pas de soi.
        Anne {a} ({y}, p. {n}) : « Revenir à {t}, c'est se tromper de question. »
        Né à Lyon en {y}, {a} fut professeur au collège de la ville.
        Selon {a}, {t} serait plus ancienne qu'on ne le croit.
        Sauf indication contraire, les chiffres cités proviennent de l'enquête de {y}.
        Ce n'est pas le lieu de discuter {t}.
        Une première version de ce texte a été présentée en {y} au séminaire de {a}.
        """
    ),
    styles=(
        ("{N}, {T}, {P}, {H}, {Y}{pp}", "{N}, « {T} », {J}, {v}, {Y}{pp}",
         "{N}, « {T} », dans {E} (dir.), {B}, {P}, {H}, {Y}{pp}"),
        ("{I}, {T}, {P}, {H}, {Y}{pp}", "{I}, « {T} », {J}, vol. {v}, n° {i}, {Y}{pp}",
         "{I}, « {T} », in {E} (éd.), {B}, {P}, {Y}{pp}"),
        ("{C}, {T}, {P} : {H}, {Y}{pp}", "{C}, « {T} », {J}, t. {r}, {Y}{pp}",
         "{C}, « {T} » in {E} (dir.), {B}, {H}, {P}, {Y}{pp}"),
        ("{F}, {T}, {H}, {Y}{pp}", "{F}, « {T} », {J}, n° {v}, {Y}{pp}",
         "{F}, « {T} », dans {B}, sous la direction de {E}, {P}, {H}, {Y}{pp}"),
    ),
)  # fmt: skip

GERMAN = NoteWords(
    topics=_words(
        "diese Frage|diese Debatte|den Zünften|dem Begriff|die Rolle der Räte|"
        "der Lage der Bauern|diesem Vorgang|{a}|dem Streit zwischen {a} und {a}|"
        "die Anfänge der Bewegung|das Schulwesen|der Geschichte der Stadt|"
        "die Gesetzgebung seit {y}|diesem Themenkomplex"
    ),
    abouts=_words(
        "Zu {t}|Zur Lage der Bauern|Zur Kritik daran|Zum Begriff|Zu {t} und {t}|Für {t}|"
        "Über {t}|Zur neueren Forschung|Zum Folgenden|Allgemein zu {t}|Zur Einführung|"
        "Zum Stand der Forschung|Hinsichtlich {t}|Für einen Überblick"
    ),
    verbs=_words(
        "vgl.|vgl. auch|vgl. dazu|vgl. ferner|vgl. nur|vgl. dazu ausführlich|siehe dazu|"
        "s. dazu|s. etwa|vgl. etwa|siehe|siehe auch|siehe hierzu|s.|s. auch|vgl. hierzu|"
        "so|so auch|grundlegend|ausführlich|ausführlich dazu|vgl. zuletzt|zuletzt|anders|"
        "dazu|hierzu|vgl. z. B.|etwa|vgl. insbesondere|zitiert nach|zit. nach|"
        "vgl. die Beiträge in|s. auch die Beiträge in|s. auch die Aufsätze in|"
        "vgl. exemplarisch|kritisch dazu|vgl. aber|siehe beispielsweise|Überblick bei|"
        "so bereits|vgl. die Studie von|nach|einführend|vgl. hierzu ferner|"
        "vgl. die Darstellung bei|so schon|hierzu ausführlich"
    ),
    joins=_words(
        "; |; vgl. auch |; siehe auch |; sowie |; ferner | und |; anders |. Vgl. auch |"
        ". Siehe auch |; dazu |; zuletzt | sowie |; {t} behandelt |. Kritisch dazu |"
        "; dagegen |; zu {t} vgl. |. Zu {t} siehe |, ferner |; aus neuerer Sicht |"
        ". Anders | / |; s. a. "
    ),
    tails=_words(
        ", insbesondere Kapitel {n}|, der diese Auffassung bereits vertreten hat|"
        ", dort auch weitere Literatur|, mit weiteren Nachweisen|"
        " (Hervorhebung im Original)|, dem ich hier folge|"
        ", wo die Quellen abgedruckt sind|, allerdings ohne Belege|, m. w. N.|"
        ", vor allem Teil {n}| (dort auch zu {t})"
    ),
    same=("Ders., ", "ders., ", "Dies., ", "dies., ", "Ders.: "),
    pins=_words(
        ", hier S. {n}|, bes. S. {n} ff.|, S. {n}|, S. {n} f.|, Kap. {n}|"
        ", hier: S. {n}-{n}"
    ),
    again=_lines(
        """
        Ebd., S. {n}.
        Ebd.
        Ebenda, S. {n} f.
        {a}, Zünfte (wie Anm. {n}), S. {n}.
        Vgl. {a} ({y}), S. {n}.
        {a} {y}, S. {n} ff.
        A. a. O., S. {n}.
        Vgl. {a} {y}: {n}; {a} {y}: {n}.
        {a} (Fn. {n}), S. {n}.
        Vgl. oben, Anm. {n}.
        Siehe {a}/{a} {y}.
        {a}, a. a. O., S. {n}.
        """
    ),
    archives=_lines(
        """
        StA Aarbach, Best. {n}, Nr. {n}, fol. {n}r.
        Bundesarchiv, R 43 I/{n}, Bl. {n}.
        Brief von {a} an {a} vom {n}. Mai {y}.
        BVerfGE {n}, {n} ({n}).
        BGH, Urteil vom {n}. März {y}.
        Frankfurter Zeitung vom {n}. Juni {y}, S. {n}.
        Interview mit {a}, {n}. April {y}.
        http://www.beispiel.de/seiten/{n} (Zugriff am {n}.3.{y}).
        Stenographische Berichte des Landtags, {y}, Bd. {n}, S. {n}.
        """
    ),
    sentences=_lines(
        """
        Der Begriff wird hier im weiteren Sinne verwendet.
        Der Verfasser dankt {a} für diesen Hinweis.
        Diese Frage kann hier nicht weiter verfolgt werden; sie hätte eine Untersuchung verdient.
        Im Jahr {y} waren es nach amtlichen Angaben {n} Personen, {y} dagegen nur noch {n}.
        {a} hat dagegen schon {y} eingewandt, dass die Quellen dies nicht hergeben.
        Wie {a} zeigt, lässt sich die These für die Zeit nach {y} nicht halten.
        Karl {a} ({y}, S. {n}) spricht hier von einem Bruch.
        So heißt es bei Eva {a} ({y}: {n}): „Davon war nie die Rede.“
        Die Angaben beruhen auf einer Befragung von {n} Haushalten im Frühjahr {y}.
        Geboren {y} in Kiel, war {a} bis {y} Mitglied des Rates.
        Die Übersetzung stammt vom Verfasser.
        Vgl. dazu die Ausführungen in Abschnitt {n}.
        Auf {t} wird in Kapitel {n} näher eingegangen.
        Das Gesetz trat am 1. Januar {y} in Kraft und wurde {y} geändert.
        Anders als {a} meint, war {t} damals noch offen.
        Für Hinweise danke ich {a} und {a}.
        """
    ),
    styles=(
        ("{N}, {T}, {P} {Y}{S}", "{N}, {T}, in: {J} {v} ({Y}){S}",
         "{N}, {T}, in: {E} (Hrsg.), {B}, {P} {Y}{S}"),
        ("{N}: {T}. {P}: {H} {Y}{S}", "{N}: {T}. In: {J} {v} ({Y}), H. {i}{S}",
         "{N}: {T}. In: {E} (Hg.): {B}. {P}: {H} {Y}{S}"),
        ("{F}: {T}, {P} {Y}{S}", "{F}: {T}, in: {J}, {v}. Jg. ({Y}), Nr. {i}{S}",
         "{F}: {T}, in: {E} (Hg.): {B}, {P} {Y}{S}"),
        ("{I}, {T}, {P} {Y}{S}", "{I}, {T}, {J} {v}, {Y}{S}",
         "{I}, {T}, in: {E} (Hg.), {B}, {Y}{S}"),
    ),
)  # fmt: skip

ENGLISH = NoteWords(
    topics=_words(
        "this point|these kingdoms|the debate|the rise of the salt trade|{a}'s position|"
        "the question of rents|the earlier history|this episode|the role of the guilds|"
        "women's work|the dispute between {a} and {a}|the reform of {y}|these events|"
        "the notion of the public|recent developments|the reception of {a}"
    ),
    abouts=_words(
        "On {t},|On {t}|For {t},|For a survey of {t},|For an overview of {t},|"
        "For a discussion of {t},|Regarding {t},|For a different view of {t},|"
        "As for {t},|For more on {t},|In relation to {t},|For a critique of {t},|"
        "About {t},"
    ),
    verbs=_words(
        "see|see also|see, for example,|see especially|cf.|see e.g.|see, e.g.,|"
        "see, among others,|but see|see generally|compare|see further|see the essays in|"
        "consult|I rely on|quoted in|cited in|see the classic study by|see most recently|"
        "the standard work is|see in particular|see for instance|a good account is|"
        "see the discussion in|as quoted in|see|see also"
    ),
    joins=_words(
        "; |; and |; see also |; but see | and |. See also |. See |; cf. |. Cf. |"
        "; more recently, |. More recently, see |, and |; on {t}, see |"
        ". On {t} see also |. For {t}, see |; contrast |. For a response, see |"
        "; compare |, as well as |; reprinted in |. But see "
    ),
    tails=_words(
        ", especially chapter {n}|, which argues that the change came after {y}|"
        " (emphasis added)|, in particular part {n}|, who makes the same point|"
        ", on which this section draws|, for a critique of this view|"
        ", with a reply by {a}| (arguing that {t} was central)|"
        ", where the figures are given| (quoting {a})|, and the literature cited there"
    ),
    same=("idem, ", "Id., ", "———, "),
    pins=_words(
        ", esp. {n}-{n}|, at {n}|, chap. {n}|, p. {n}|, {n}|, here p. {n}|"
        ", at pp. {n}-{n}"
    ),
    again=_lines(
        """
        Ibid., {n}.
        Ibid.
        Ibid., p. {n}.
        {a}, Salt Road, {n}-{n}.
        Op. cit., p. {n}.
        {a}, supra note {n}, at {n}.
        Id. at {n}.
        See {a} ({y}: {n}).
        {a} {y}, {n}.
        See note {n} above.
        See {a} and {a} ({y}); {a} ({y}).
        As {a} ({y}) observed, the point is moot.
        {a}, "Tolls," {n}.
        Cf. {a} {y}: {n}-{n}.
        """
    ),
    archives=_lines(
        """
        TNA, CO {n}/{n}, fol. {n}.
        British Library, Add MS {n}, f. {n}r.
        {a} to {a}, {n} May {y}.
        The Times, {n} June {y}, {n}.
        Interview with the author, {n} April {y}.
        {n} U.S. {n}, {n} ({y}).
        Public Record Office, HO {n}/{n}.
        http://www.example.org/pages/{n} (accessed {n} March {y}).
        Hansard, {n} March {y}, cols. {n}-{n}.
        """
    ),
    sentences=_lines(
        """
        As {a} ({y}) observed, {t} had little to do with prices.
        I am grateful to {a} for this reference.
        The argument is an old one and was never quite forgotten.
        The term is used here in the sense proposed by {a} in {y}.
        In {y} the town had {n} inhabitants, {n} of whom paid the tax.
        Figures are for {y} unless noted otherwise.
        An earlier version of this paper was read in {y} at a meeting in Leeds.
        {a} argues that {t} must be seen in a wider context.
        Anna {a} ({y}, p. {n}) calls this "a matter of some delicacy".
        According to John {a} ({y}: {n}), {t} came much later.
        All translations are mine unless otherwise indicated.
        We return to {t} in section {n} below.
        Born in {y}, {a} served on the council until {y}.
        The survey was carried out in {y} among {n} households.
        It bears repeating that the court never reached this question.
        The Act of {y} changed little, as {a} has shown.
        """
    ),
    styles=(
        ("{N}, {T} ({P}: {H}, {Y}){q}", '{N}, "{T}," {J} {v}, no. {i} ({Y}){c}',
         '{N}, "{T}," in {B}, ed. {E} ({P}: {H}, {Y}){q}'),
        ("{I}, {T} ({P}, {Y}){pp}", "{I}, ‘{T}’, {J}, {v} ({Y}){pp}",
         "{I}, ‘{T}’, in {E} (ed.), {B} ({P}, {Y}){pp}"),
        ("{N}, {T}, {P}: {H}, {Y}{pp}", "{N}, ‘{T}’, {J}, vol. {v}, no. {i}, {Y}{pp}",
         "{N}, ‘{T}’, in {E} (eds), {B}, {P}: {H}, {Y}{pp}"),
        ("{F}. {Y}. {T}. {P}: {H}", "{F}. {Y}. “{T}.” {J} {v}({i}){c}",
         "{F}. {Y}. “{T}.” In {B}, edited by {E}. {P}: {H}"),
        ("{F} ({Y}) {T}. {P}: {H}", "{F} ({Y}) ‘{T}’, {J} {v}({i}){c}",
         "{F} ({Y}) ‘{T}’, in {E} (ed.) {B}. {P}: {H}"),
    ),
)  # fmt: skip

ITALIAN = NoteWords(
    topics=_words(
        "questo punto|la questione|il dibattito|le vicende della famiglia|{a}|"
        "la nascita del mercato|il ruolo dei notai|la polemica tra {a} e {a}|"
        "la chiesa di San Marco|gli anni successivi al {y}"
    ),
    abouts=_words(
        "Su {t}|Su {t},|Sul tema|Per {t}|Per un quadro generale|Riguardo a {t},|"
        "A proposito di {t}|Per una sintesi su {t},|Sulla figura di {a}|Quanto a {t},|"
        "In merito a {t}"
    ),
    verbs=_words(
        "cfr.|vedi|si veda|si vedano|si veda anche|cfr. anche|v.|rimando a|si rinvia a|"
        "cfr. almeno|si veda in particolare|cfr. soprattutto|vedi ora|citato in|"
        "si veda ad esempio|cfr. ora|vedi anche|fondamentale|ricordiamo"
    ),
    joins=_words(
        "; |; cfr. anche |; si veda anche | e |. Si veda anche |; e |. Cfr. anche |"
        "; vedi pure |; inoltre |. Su {t}, vedi |; per {t}, cfr. |, e |"
        "; più di recente, |. Contra "
    ),
    tails=_words(
        ", in particolare il capitolo {n}|, che riprende la tesi di {a}|"
        ", con bibliografia|, e relativa bibliografia|, al quale rimando|"
        " (il corsivo è mio)|, dove si trovano altri dati"
    ),
    same=("Id., ", "Ead., ", "Idem, "),
    pins=_words(", p. {n}|, in particolare pp. {n}-{n}|, specialmente p. {n}|, passim"),
    again=_lines(
        """
        Ivi, p. {n}.
        Ibid., p. {n}.
        Ibidem.
        {a}, op. cit., p. {n}.
        {a}, Il mercato, cit., pp. {n}-{n}.
        Cfr. supra, nota {n}.
        Cfr. {a} {y}, p. {n}.
        Si veda {a} ({y}).
        Cfr. ivi, pp. {n} sgg.
        """
    ),
    archives=_lines(
        """
        ASV, Senato, Terra, reg. {n}, c. {n}r.
        ASVe, Notarile, b. {n}, fasc. {n}.
        Archivio di Stato di Firenze, Mediceo, filza {n}, c. {n}.
        Lettera di {a} a {a}, {n} maggio {y}.
        Corriere della Sera, {n} giugno {y}.
        BNM, ms. It. VII {n} (= {n}), c. {n}v.
        """
    ),
    sentences=_lines(
        """
        Ringrazio {a} per la segnalazione.
        Il termine è usato qui nel senso di {a}.
        Nel {y} gli abitanti erano {n}, contro i {n} del {y}.
        Come nota {a}, {t} resta in gran parte da studiare.
        Anna {a} ({y}, p. {n}) parla in proposito di una svolta.
        La traduzione è mia.
        Nato a Padova nel {y}, {a} fu notaio fino al {y}.
        Torneremo più avanti su {t}.
        La tesi di {a} è stata ripresa nel {y}, ma senza nuove prove.
        Il documento è datato {n} marzo {y}.
        """
    ),
    styles=(
        ("{I}, {T}, {H}, {P} {Y}{qq}", "{I}, {T}, «{J}», {r} ({Y}){qq}",
         "{I}, {T}, in {B}, a cura di {E}, {P}, {H}, {Y}{qq}"),
        ("{N}, {T}, {P}, {H}, {Y}{qq}", "{N}, {T}, in «{J}», {v}, {Y}, n. {i}{qq}",
         "{N}, {T}, in {E} (a cura di), {B}, {P} {Y}{qq}"),
        ("{C}, {T}, {P} {Y}{qq}", "{C}, {T}, in “{J}”, {r}, {Y}{qq}",
         "{C}, {T}, in {B}, a cura di {E}, {P} {Y}{qq}"),
    ),
)  # fmt: skip

SPANISH = NoteWords(
    topics=_words(
        "este punto|la cuestión|este debate|el papel de los gremios|{a}|"
        "la historia de la ciudad|la polémica entre {a} y {a}|estos años|"
        "la reforma de {y}"
    ),
    abouts=_words(
        "Sobre {t},|Sobre {t}|Acerca de {t},|Para {t},|Para una síntesis de {t},|"
        "En cuanto a {t},|A propósito de {t},|Respecto a {t},"
    ),
    verbs=_words(
        "véase|véanse|ver|cf.|véase también|vid.|véase por ejemplo|consúltese|"
        "ver también|remito a|cfr.|véase en particular|citado en|véanse, entre otros,|"
        "puede verse|ver el trabajo de"
    ),
    joins=_words(
        "; |; véase también | y |. Véase también |; y |; cf. |. Sobre {t}, véase |, y |"
        "; asimismo, |; más recientemente, |. Ver también "
    ),
    tails=_words(
        ", en particular el capítulo {n}|, que defiende la misma tesis|"
        ", con bibliografía| (la cursiva es nuestra)|, a quien sigo en este punto|"
        ", donde se encuentran más datos"
    ),
    same=("Íd., ", "Ídem, ", "Id., "),
    pins=_words(", p. {n}|, especialmente pp. {n}-{n}|, cap. {n}"),
    again=_lines(
        """
        Ibíd., p. {n}.
        Ibidem.
        {a}, op. cit., p. {n}.
        Véase {a} ({y}).
        {a}, {y}, p. {n}.
        Cf. supra, nota {n}.
        {a}, ob. cit., pp. {n}-{n}.
        """
    ),
    archives=_lines(
        """
        AGI, Indiferente, leg. {n}, fol. {n}.
        AHN, Consejos, leg. {n}, exp. {n}.
        Carta de {a} a {a}, {n} de mayo de {y}.
        El País, {n} de junio de {y}.
        """
    ),
    sentences=_lines(
        """
        Agradezco a {a} esta referencia.
        El término se usa aquí en el sentido de {a}.
        En {y} la ciudad tenía {n} habitantes, frente a {n} en {y}.
        Como señala {a}, {t} está por estudiar.
        María {a} ({y}, p. {n}) habla de una ruptura.
        La traducción es nuestra.
        Volveremos más adelante sobre {t}.
        Nacido en Cádiz en {y}, {a} fue alcalde hasta {y}.
        """
    ),
    styles=(
        ("{N}, {T}, {P}, {H}, {Y}{pp}", "{N}, «{T}», {J}, vol. {v}, n.º {i}, {Y}{qq}",
         "{N}, «{T}», en {E} (ed.), {B}, {P}, {H}, {Y}{qq}"),
        ("{C}, {T}, {P}, {H}, {Y}{pp}", "{C}, “{T}”, {J}, {v} ({Y}){qq}",
         "{C}, “{T}”, en {E} (coord.), {B}, {P}, {H}, {Y}{qq}"),
        ("{F}: {T}, {P}, {H}, {Y}{pp}", "{F}: «{T}», {J}, {v}, {Y}{qq}",
         "{F}: «{T}», en {E} (coords.): {B}, {H}, {P}, {Y}{qq}"),
    ),
)  # fmt: skip

NOTE_WORDS = {"fr": FRENCH, "de": GERMAN, "en": ENGLISH, "it": ITALIAN, "es": SPANISH}
