"""Scripts that hold what a page, a template or a terminal might obey, one for each channel."""

from __future__ import annotations

from pathlib import Path

CHANNELS = (
    "email", "chat", "sms", "whatsapp", "phone", "ivr", "social", "review", "push", "letter",
    "in-person", "community",
)  # fmt: skip

#: What is written into a script, and what a reader of the page sees of it.
WORDS = {
    "`<script>window.hacked = 1</script>`": "<script>window.hacked = 1</script>",
    '`"><img src=x onerror="window.hacked = 2">`': '"><img src=x onerror="window.hacked = 2">',
    "`</textarea></template></style>`": "</textarea></template></style>",
    "[a link](javascript:window.hacked=3)": "a link",
    "bare <script>window.hacked = 6</script> words": "<script>window.hacked = 6</script>",
    "<script>\nwindow.hacked = 7\n</script>": "<script>\nwindow.hacked = 7\n</script>",
    "bare </textarea> and <iframe src=x></iframe>": "<iframe src=x></iframe>",
    'an image "><img src=x onerror=hacked=8>': "<img src=x onerror=hacked=8>",
    "[a link on](javascript:alert(9))": "javascript:alert(9)",
    "[a plain one](data:text/html,x)": "a plain one",
    "{{7*7}} and {% raw %} and {# x #}": "{{7*7}}",
    "red \x1b[31malert\x1b[0m \x08\x7f": "red ␛[31malert␛[0m ␈␡",
    "`' onmouseover='window.hacked=4' x='`": "' onmouseover='window.hacked=4' x='",
    "&lt;b&gt;not bold&lt;/b&gt; &amp;amp; a\u202eb": "<b>not bold</b> &amp; a\u202eb",
}

#: Faults, so that the hostile words stand beside and in what findings and their fixes quote.
_FAULTS = 'We are sorry if `</script>` hurt you. Please utilise "it" <b onclick="x()">now</b>!!!'
_TITLE = "</title><script>window.hacked = 5</script>"


def write(folder: Path) -> None:
    """Write a project with a script for each channel, one for all, and one for none."""
    (folder / "protolint.yaml").write_text("brand: brand.yaml\n", encoding="utf-8")
    brand = 'brand: "<i>Acme</i> & Sons"\nterms: [{not: [cheap], why: "<u>no</u>"}]\n'
    (folder / "brand.yaml").write_text(brand, encoding="utf-8")
    for name in ("", ", ".join(CHANNELS), *CHANNELS):
        file = folder / f"{name.partition(',')[0] or 'none'}'\"><img src=y>{len(name)}.md"
        file.write_text(_script(name), encoding="utf-8")


def _script(channels: str) -> str:
    said = "\n\n".join((*WORDS, _FAULTS, "It is cheap, \x1b[2J and </script> it is late."))
    head = f"channel: [{channels}]\nmoment: delay\n" if channels else ""
    head += f"title: {_TITLE!r}\nsubject: '{_TITLE}'\n"
    return f"---\n{head}---\n\n# A </h1><script>heading</script>\n\n{said}\n"
