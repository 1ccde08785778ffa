"""langdetect, tamed: only the profiles in question, a fixed seed, and one factory behind a lock.

With all 55 profiles it takes loanwords for Afrikaans; its first call is a race between threads; without a seed
its answers are random (DESIGN, "What was measured").
"""

from functools import cache
from threading import Lock
from typing import Any

PROFILES = ("nl", "en", "de", "fr", "af", "da", "es", "it", "pt", "sv", "no")
"""The languages of `words.KNOWN` that langdetect knows: all but Frisian."""
MIN_PROBABILITY = 0.9
"""From which langdetect counts as sure: our choice, measured in benchmarks/language.py."""

_lock = Lock()


def confirms(text: str, language: str) -> bool:
    """Return whether langdetect is sure that a text is in a language; False where it does not know the language."""
    if language not in PROFILES:
        return False
    from langdetect.lang_detect_exception import LangDetectException

    with _lock:
        detector = _factory().create()
        detector.seed = 0
        detector.append(text)
        try:
            found = detector.get_probabilities()
        except LangDetectException:  # the text holds no letters that it knows
            return False
    return any(one.lang == language and one.prob >= MIN_PROBABILITY for one in found)


@cache
def _factory() -> Any:
    """Load the profiles, once, under the lock of the caller: about 25 ms."""
    from pathlib import Path

    import langdetect
    from langdetect.detector_factory import DetectorFactory

    folder = Path(langdetect.__file__).parent / "profiles"
    factory: Any = DetectorFactory()
    factory.load_json_profile([(folder / name).read_text("utf-8") for name in PROFILES])
    return factory
