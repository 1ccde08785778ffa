"""The patterns of `grammar`: what is wrong next to what.

Each pattern asks for the words around it that leave one reading; what is left out is missed on purpose. The
errors are those that Dutch editors name most (see FACTS); the word lists are our own.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from contentlint.language.dutch.mark import match_case

_START = r"(?:(?<![^\n])|(?<=[.!?:] )|(?<=[.!?]\n))"
_LEFT = r"(?<![\w'’@/.-])"
_RIGHT = r"(?![\w'’@/-])"
_END = r"(?=[ \t]*(?:[.!?,;:)]|\n[ \t]*\n|\Z))"
_DT = (
    "wordt vindt houdt rijdt biedt raadt zendt leidt begeleidt antwoordt verbindt bevindt ondervindt besteedt"
    " beantwoordt meldt onthoudt onderscheidt vermoedt verspreidt bereidt snijdt lijdt glijdt"
).replace(" ", "|")
_COMPARATIVE = (
    "groter kleiner beter hoger lager sneller langer korter ouder jonger slechter sterker zwakker goedkoper duurder"
    " mooier makkelijker moeilijker slimmer zwaarder lichter breder dikker dunner leuker harder zachter warmer kouder"
    " drukker rustiger nieuwer veiliger belangrijker eenvoudiger efficiënter effectiever stiller smaller dieper ruimer"
    " handiger vriendelijker eerlijker rijker armer vroeger gezonder zuiniger compacter lastiger fijner"
).replace(" ", "|")
_NEUTER = (
    "bedrijf systeem probleem product project team formulier document programma boek kind meisje proces rapport"
    " bestand verhaal resultaat artikel bericht overzicht voorbeeld bedrag besluit contract instrument onderdeel"
    " netwerk platform budget dossier loket model pakket plan gebouw gebied gezin pand"
).replace(" ", "|")
_COMMON = (
    "organisatie website pagina afdeling strategie oplossing functie applicatie gemeente vergadering methode"
    " training manier procedure informatie situatie vraag wet studio campagne"
).replace(" ", "|")
_BEFORE = "van in op uit voor bij binnen met over aan tot naar door onder tussen om rond en of dan als"
_SUBJECT = "".join(rf"(?<!\b{word} )" for word in _BEFORE.split())
"""Not after a preposition: in *onderdelen van het plan die gelden* the clause goes with the plural."""
_PART_OF = r"(?<!deze onderdeel)(?<!deze probleem)(?<!deze resultaat)"
"""*Dat deze onderdeel is van het plan*: it is *deze* that is part of something."""
_FUNCTION = r"(?=\s+(?:van|voor|in|op|is|was|wordt|werd|met|heeft|kan|moet|die|dat)\b|[.,;!?)])"


class Pattern(NamedTuple):
    """One error: looked for when one of `triggers` is on the page; `right` is a template or makes the suggestion.

    `expression` is compiled when it is first needed: most pages need a few of them.
    """

    triggers: frozenset[str]
    expression: str
    right: str | Callable[[re.Match[str]], str]
    safe: bool = False
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    """Words of which one stands right before the trigger, or right after it; none are asked where both are empty."""

    @property
    def is_sure(self) -> bool:
        """Whether it needs nothing around its trigger."""
        return not (self.before or self.after)


def _pattern(
    triggers: str,
    expression: str,
    right: str | Callable[[re.Match[str]], str],
    *,
    safe: bool = False,
    before: str = "",
    after: str = "",
) -> Pattern:
    words = (frozenset(filter(None, each.split("|"))) for each in (triggers, before, after))
    return Pattern(next(words), expression, right, safe, *words)


def _irregular(found: re.Match[str]) -> str:
    forms = {"heeft": "heb", "bent": "ben", "hebt": "heb", "kunt": "kun", "zult": "zul", "wilt": "wil"}
    verb = found["verb"].lower()
    return f"{match_case(found['verb'], forms.get(verb, verb[:-1]))} {found['who']}"


def _third_person(found: re.Match[str]) -> str:
    return f"{found['who']} {({'wilt': 'wil', 'kunt': 'kan', 'zult': 'zal', 'hebt': 'heeft'})[found['verb'].lower()]}"


def _drop_t(found: re.Match[str]) -> str:
    return f"{found['who']} {found['verb'][:-1]}"


def _participle(found: re.Match[str]) -> str:
    stem = found["verb"]
    return f"{found['what']}{found['mid'] or ''} {stem if stem.endswith('d') else stem + 'd'}"


def _neuter(found: re.Match[str]) -> str:
    return f"{'het' if found['what'].lower() == 'de' else 'dit'} {found['noun']}"


def _common(found: re.Match[str]) -> str:
    return f"{'de' if found['what'].lower() == 'het' else 'deze'} {found['noun']}"


_VERBS = (
    # ik wordt: no reading at a sentence's start; inside one, "groter dan ik wordt" can be right.
    _pattern(_DT, rf"{_START}(?P<who>ik) (?P<verb>{_DT}){_RIGHT}", _drop_t, safe=True, before="ik"),
    _pattern(
        _DT,
        rf"(?<!\bdan )(?<!\bals )(?<!\ben )(?<!\bof ){_LEFT}(?P<who>ik) (?P<verb>{_DT}){_RIGHT}",
        _drop_t,
        before="ik",
    ),
    _pattern(
        "jij",
        rf"{_LEFT}(?P<verb>{_DT}|heeft|bent|hebt|kunt|zult|wilt|gaat|komt|doet) (?P<who>jij){_RIGHT}",
        _irregular,
        safe=True,
        before=f"{_DT}|heeft|bent|hebt|kunt|zult|wilt|gaat|komt|doet",
    ),
    _pattern(
        "wordt",
        rf"{_LEFT}(?P<verb>wordt) (?P<who>je)(?= (?:lid|blij|moe|donateur|vrijwilliger|abonnee|rijk|gek)\b)",
        _irregular,
        after="je",
    ),
    _pattern(
        "word|vind|bied|bevind",
        rf"{_LEFT}(?P<who>hij|zij|ze|het|dit|dat|er|men|u|wie) (?P<verb>word|vind|bied|bevind)(?![\w'’@/-]|[,.]"
        rf"|\s+(?:ik|je|jij)\b)",
        r"\g<who> \g<verb>t",
        before="hij|zij|ze|het|dit|dat|er|men|u|wie",
    ),
    _pattern(
        "heb|ben|vind|word",
        rf"{_LEFT}(?P<who>jij) (?P<verb>heb|ben|vind|word){_RIGHT}(?!\s+ik\b)",
        r"\g<who> \g<verb>t",
        before="jij",
    ),
    _pattern(
        "heb|ben",
        rf"{_LEFT}(?P<who>(?:als|dat|of|omdat|wat|die|wanneer|zodat|en) je) (?P<verb>heb|ben){_RIGHT}"
        r"(?!\s+ik\b)",
        r"\g<who> \g<verb>t",
        before="je",
    ),
    _pattern(
        "wilt|kunt|zult|hebt",
        rf"{_LEFT}(?P<who>hij) (?P<verb>wilt|kunt|zult|hebt){_RIGHT}",
        _third_person,
        safe=True,
        before="hij",
    ),
    _pattern(
        "wilt",
        rf"(?<!\bu of )(?<!\bu en )(?<!\bje )(?<!\bjij )(?<!\bu ){_LEFT}"
        rf"(?P<who>ze|men|iemand|iedereen|niemand|wie) (?P<verb>wilt){_RIGHT}",
        _third_person,
        before="ze|men|iemand|iedereen|niemand|wie",
    ),
    _pattern("gebeurd", rf"{_LEFT}wat gebeurd(?= er\b)", "wat gebeurt", safe=True, before="wat"),
    _pattern(
        "gebeurd|betekend|verteld|veranderd",
        rf"{_START}(?P<who>dit|dat) (?P<verb>gebeur|beteken|vertel"
        rf"|verander)d{_RIGHT}(?! (?:is|was|hebben|heeft|wordt|zijn|worden|hebbende|zijnde)\b)",
        r"\g<who> \g<verb>t",
        before="dit|dat",
    ),
    _pattern(
        "gebeurt|verandert|bepaalt|ontwikkelt|behandelt|beoordeelt|vertelt|betaalt|vermeldt|bedoelt|gebaseert",
        rf"{_LEFT}(?P<what>is|zijn|was|waren|worden|werd|werden|heeft|hebben|had)(?P<mid> niet| er| ook)? "
        rf"(?P<verb>gebeur|verander|ontwikkel|behandel|beoordeel|vertel|betaal|vermeld|bedoel)t{_END}",
        _participle,
        before="is|zijn|was|waren|worden|werd|werden|heeft|hebben|had|niet|er|ook",
    ),
)
"""The verb ends wrongly: *ik wordt, wordt jij, hij wilt, dit gebeurd, is verandert*."""

_PRONOUNS = (
    # "die hun zijn toegewezen" is right: only where hun starts the sentence it is the subject.
    _pattern(
        "hun",
        rf"{_START}(?P<who>hun) (?P<verb>hebben|gaan|willen|moeten|zullen|mogen|weten|zeggen|vinden"
        rf"|krijgen|zijn|komen){_RIGHT}(?! en (?:houden|laten))",
        r"zij \g<verb>",
        after="hebben|gaan|willen|moeten|zullen|mogen|weten|zeggen|vinden|krijgen|zijn|komen",
    ),
    _pattern(
        "me",
        rf"{_LEFT}me(?= (?:moeder|vader|broer|zus|zusje|broertje|oma|opa|vriendin|vriendje|ouders|fiets|kamer"
        rf"|eigen|baas|collega['’]s){_RIGHT})",
        "mijn",
        after="moeder|vader|broer|zus|zusje|broertje|oma|opa|vriendin|vriendje|ouders|fiets|kamer|eigen|baas|collega's",
    ),
    _pattern(
        "jouw",
        rf"{_LEFT}(?P<what>van|voor|met|aan|bij|op|over|naar|door|tegen|om|zonder) jouw{_END}",
        r"\g<what> jou",
        safe=True,
        before="van|voor|met|aan|bij|op|over|naar|door|tegen|om|zonder",
    ),
    _pattern(
        "jou",
        rf"{_LEFT}(?P<what>van|voor|met|in|op|aan|bij|over|naar) jou(?= (?:bedrijf|website|organisatie|team"
        rf"|situatie|huis|studio|project|product|salon|sportschool|onderneming){_RIGHT})",
        r"\g<what> jouw",
        before="van|voor|met|in|op|aan|bij|over|naar",
    ),
    _pattern(
        "besef|beseft|besefte|beseffen|beseften",
        rf"{_LEFT}(?P<what>besef|besefte|beseft|beseffen|beseften) (?:me|zich|ons)"
        rf"(?= (?:dat|niet|goed|hoe|terdege)\b|,? dat\b)",
        r"\g<what>",
        after="me|zich|ons",
    ),
)
"""*Hun hebben, me moeder, van jouw, besef me*."""

_COMPARISONS = (
    # "het werkt beter als je slaapt" is right: what follows must be no clause.
    _pattern(
        f"{_COMPARATIVE}|meer|minder|vaker|eerder|later|liever|anders",
        rf"{_LEFT}(?P<what>{_COMPARATIVE}|meer|minder|vaker|eerder|later|liever|anders) als"
        rf"(?= (?:ik|jij|hij|mij|jou|hem|haar|ons|wij|zij|jullie|verwacht|gedacht|normaal|vroeger|voorheen"
        rf"|gewoonlijk|anderen|ooit tevoren|de rest|die van \w+|vorig jaar){_END})",
        r"\g<what> dan",
        after="als",
    ),
    _pattern(
        _COMPARATIVE,
        rf"{_LEFT}(?P<what>{_COMPARATIVE}) als"
        r"(?= (?:de|het|een|die|dit|dat|deze|mijn|jouw|zijn|haar|onze|ons|uw|hun) (?:[a-zë]+ )?"
        rf"(?![a-z]*(?:t|en){_END})(?!(?:is|was|kan|wil|mag|zal|heb|ben){_END})[a-zë]+{_END})",
        r"\g<what> dan",
        after="als",
    ),
    _pattern(
        "evenveel|net",
        rf"{_LEFT}(?P<what>evenveel|net zo(?:veel| vaak| goed| groot| snel| lang)) dan{_RIGHT}"
        r"(?! ook\b)",
        r"\g<what> als",
        after="dan|zo|zoveel",
    ),
)
"""*Groter als* and *evenveel dan*."""

_WORDS = (
    _pattern(
        "teveel",
        rf"(?<!\been )(?<!\bhet )(?<!\bdit )(?<!\bdat )(?<!\bhun )(?<!\bhaar )(?<!\bzijn )(?<!\bons )"
        rf"{_LEFT}teveel(?=\s+[a-zë])(?! aan\b)",
        "te veel",
    ),
    _pattern(
        "vanuit",
        rf"{_LEFT}er vanuit(?=,? dat\b| (?:te )?(?:gaan|gaat|ging|gingen|gegaan)\b)",
        "ervan uit",
        safe=True,
        before="er",
    ),
    _pattern(
        "vanuit",
        rf"(?P<what>\b(?:ga|gaan|gaat|ging|gingen) )er vanuit{_END}",
        r"\g<what>ervan uit",
        safe=True,
        before="er",
    ),
    _pattern("ervanuit", rf"{_LEFT}ervanuit{_RIGHT}(?! (?:gaan|ga)\b)", "ervan uit", safe=True),
)
"""One word or two, where the sentence decides."""

_ARTICLES = (
    _pattern(
        _NEUTER,
        rf"{_SUBJECT}{_LEFT}(?P<what>(?:het|een|elk|ieder|dat|dit) (?:{_NEUTER})) die"
        r"(?= (?:[a-zë]+\s+){1,6}[a-zë]+)"
        r"(?! (?:dag|avond|week|ochtend|middag|nacht|maand|keer|periode|zomer|winter|tijd)\b)",
        r"\g<what> dat",
        after="die",
    ),
    _pattern(
        _NEUTER,
        rf"{_LEFT}(?P<what>de|deze) (?P<noun>{_NEUTER}){_PART_OF}{_FUNCTION}",
        _neuter,
        before="de|deze",
    ),
    _pattern(
        _COMMON,
        rf"{_LEFT}(?P<what>het|dit) (?P<noun>{_COMMON})(?=\s+(?:van|voor|die)\b)",
        _common,
        before="het|dit",
    ),
)
"""An article or relative pronoun of the wrong gender: *de bedrijf is, het organisatie van, een team die*."""

PATTERNS = (*_VERBS, *_PRONOUNS, *_COMPARISONS, *_WORDS, *_ARTICLES)


@cache
def by_trigger() -> Mapping[str, Sequence[Pattern]]:
    """Return the patterns that a word is the trigger of."""
    index: dict[str, list[Pattern]] = {}
    for pattern in PATTERNS:
        for trigger in pattern.triggers:
            index.setdefault(trigger, []).append(pattern)
    return index
