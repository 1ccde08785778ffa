"""langdetect, tamed: only the profiles in question, a fixed seed, and one warm-up under a lock.

With all 55 profiles it takes loanwords for Afrikaans; its first call is a race between threads; without a seed
its answers are random (DESIGN, "What was measured").
"""

from functools import cache
from threading import Lock
from typing import Any

PROFILES = ("nl", "en", "de", "fr", "af", "da", "es", "it", "pt", "sv", "no")
"""langdetect has no Frisian."""
MIN_PROBABILITY = 0.9
"""From which langdetect counts as sure: our choice, measured in benchmarks/language.py."""

_lock = Lock()


def confirms(text: str, language: str) -> bool:
    """Return whether langdetect is sure that a text is in a language; False where it does not know it."""
    if language not in PROFILES:
        return False
    with _lock:
        detector = _factory().create()
        detector.seed = 0
        detector.append(text)
        try:
            found = detector.get_probabilities()
        except Exception:  # noqa: BLE001 - langdetect raises where a text holds no letters it knows
            return False
    return any(one.lang == language and one.prob >= MIN_PROBABILITY for one in found)


@cache
def _factory() -> Any:
    from pathlib import Path

    import langdetect
    from langdetect.detector_factory import DetectorFactory

    folder = Path(langdetect.__file__).parent / "profiles"
    factory: Any = DetectorFactory()
    factory.load_json_profile([(folder / name).read_text("utf-8") for name in PROFILES])
    return factory
