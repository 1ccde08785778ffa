"""Make a site of N pages of about 9 KB, the same for the same seed: `python benchmarks/corpus.py FOLDER N`.

6 to 8 links and 3 related entries a page, 2 % of them broken, 1 % of the pages with an English paragraph, hero
and card fields. The sentences are ours.
"""

import random
import sys
from pathlib import Path

SUBJECTS = (
    "De monteur", "Een klant", "Onze werkplaats", "De leverancier", "Het team", "Een leerling", "De eigenaar",
    "Je accountmanager", "De webshop", "Een freelancer", "De gemeente", "Een abonnee", "De redactie", "Het bestuur",
)  # fmt: skip
VERBS = (
    "controleert", "bespreekt", "verbetert", "vergelijkt", "plant", "bewaart", "herstelt", "verzamelt", "beschrijft",
    "onderzoekt", "vervangt", "bestelt", "organiseert", "presenteert",
)  # fmt: skip
OBJECTS = (
    "elke week de voorraad onderdelen", "de planning van het komende seizoen", "een nieuwe campagne voor de zomer",
    "het rapport over de laatste metingen", "de vragen die in de chat binnenkomen", "alle foto's van het open huis",
    "de afspraken met de vaste partners", "een overzicht van de kosten per maand", "de handleiding bij het dashboard",
    "het verschil tussen de twee modellen", "de resultaten van de proef met vrijwilligers",
)  # fmt: skip
ENDS = (
    "zodat niemand hoeft te wachten.", "want dat scheelt veel werk.", "en legt daarna uit wat er veranderd is.",
    "omdat de vorige aanpak te duur was.", "voordat de dag begonnen is.", "ook als het buiten regent.",
    "tenzij er eerst iets anders moet gebeuren.", "waarna de uitkomst in de nieuwsbrief komt.",
)  # fmt: skip
ENGLISH = (
    "This paragraph was left in English by accident, and nobody noticed it before the page was published, because "
    "the person who reviews the texts was on holiday at the time."
)


def sentence(chance: random.Random) -> str:
    """Return one Dutch sentence."""
    return " ".join(chance.choice(part) for part in (SUBJECTS, VERBS, OBJECTS, ENDS))


def page(number: int, total: int, chance: random.Random) -> str:
    """Return one page."""
    links = chance.randint(6, 8)
    body: list[str] = []
    for section in range(8):
        body.append(f"## Onderwerp {section + 1} van artikel {number}")
        for _ in range(2):
            text = " ".join(sentence(chance) for _ in range(5))
            if links:
                links -= 1
                text += f" Lees ook [artikel over onderwerp {section}]({route(chance, total)})."
            body.append(text)
        if section % 3 == 0:
            body.append("\n".join(f"- {sentence(chance)}" for _ in range(3)))
    if chance.random() < 0.01:
        body.insert(3, ENGLISH)
    related = ", ".join(f'"{route(chance, total)}"' for _ in range(3))
    return "\n".join((
        "---",
        f'title: "Artikel {number} over {chance.choice(OBJECTS)[:30]}"',
        f'description: "{sentence(chance)} {sentence(chance)[:50]}"',
        f"slug: artikel-{number}",
        "type: blog",
        f'heroTitleLine1: "Artikel {number}"',
        f'heroTitleLine2: "{chance.choice(VERBS)} en verder"',
        f'heroSubtitle: "{sentence(chance)}"',
        f'cardTitle: "Kaart {number}"',
        f'cardDescription: "{sentence(chance)}"',
        f"relatedBlogs: [{related}]",
        "---",
        "\n\n".join(body),
        "",
    ))  # fmt: skip


def route(chance: random.Random, total: int) -> str:
    """Return the route of a page, or in 2 of 100 cases one that does not exist."""
    number = chance.randrange(total)
    return f"/kennisbank/artikel-{number}" + ("-weg" if chance.random() < 0.02 else "")


CONFIG = """content = ["content"]
[routes]
pattern = "/{slug}"
trailing-slash = "never"
[[collections]]
name = "blog"
match = { type = "blog" }
route = "/kennisbank/{slug}"
required = ["title", "description", "slug"]
h1 = ["heroTitleLine1", "heroTitleLine2"]
prose = ["heroSubtitle", "cardTitle", "cardDescription"]
[related.relatedBlogs]
collection = "blog"
"""


def make(folder: Path, total: int, seed: int = 1) -> None:
    """Write a site of `total` pages."""
    chance = random.Random(seed)  # noqa: S311 - the same pages every time
    content = folder / "content" / "kennisbank"
    content.mkdir(parents=True, exist_ok=True)
    (folder / "contentlint.toml").write_text(CONFIG, "utf-8")
    for number in range(total):
        (content / f"artikel-{number}.md").write_text(page(number, total, chance), "utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
