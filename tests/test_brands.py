"""The example brands: each loads as it is, and changes what is found."""

from __future__ import annotations

from pathlib import Path

import pytest

import protolint
from protolint.rulebook.project_loading import open_project

EXAMPLES = Path(__file__).parents[1] / "examples"
BRANDS = {
    "fictional": EXAMPLES / "brand.yaml",
    "nhs": EXAMPLES / "brands/nhs-style.yaml",
    "microsoft": EXAMPLES / "brands/microsoft-style.yaml",
}


#: The rules that the brands make or change; what others find is their matter.
WATCHED = {
    "avoided-term", "exclamation-overuse", "negative-contraction", "wrong-greeting",
    "wrong-time-frame",
}  # fmt: skip


@pytest.fixture
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A project that has nothing but the brand."""
    path = tmp_path / "protolint.yaml"
    path.write_text(f"brand: '{BRANDS[request.param]}'\n", encoding="utf-8")
    return path


def test_every_example_brand_is_tested() -> None:
    assert {*BRANDS.values()} == {EXAMPLES / "brand.yaml", *(EXAMPLES / "brands").glob("*.yaml")}


@pytest.mark.parametrize("name", ["nhs", "microsoft"])
def test_a_brand_in_the_style_of_a_guide_names_its_licence(name: str) -> None:
    text = BRANDS[name].read_text(encoding="utf-8")
    assert "github.com/" in text
    assert "Open Government Licence v3.0" in text or "CC BY 4.0" in text


@pytest.mark.parametrize("project", BRANDS, indirect=True)
def test_it_loads_without_a_problem(project: Path) -> None:
    _, book = open_project(project, use_cache=False)
    assert book.brand is not None


@pytest.mark.parametrize(
    ("project", "text", "channel", "expected"),
    [
        ("fictional", "Hi {{name}},\n\nPick a delivery slot.", "email", {"avoided-term"}),
        ("fictional", "You have your refund within 24 hours.", "chat", {"wrong-time-frame"}),
        ("nhs", "Hi {{name}},\n\nAsk the chemist.", "email", {"wrong-greeting", "avoided-term"}),
        ("nhs", "You can't change it!", "sms", {"negative-contraction", "exclamation-overuse"}),
        ("nhs", "We're here.", "sms", set()),
        ("microsoft", "Log in, and don’t worry about the e-mail.", "chat", {"avoided-term"}),
        ("microsoft", "You can't change it.", "sms", set()),
    ],
    indirect=["project"],
)
def test_it_changes_what_is_found(
    project: Path, text: str, channel: str, expected: set[str]
) -> None:
    report = protolint.lint_text(text, channel=channel, project=str(project))
    assert {own.rule for own in report.findings} & WATCHED == expected
