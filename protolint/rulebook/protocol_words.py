"""What messages say about the parts of a protocol, in a colleague's voice."""

from __future__ import annotations

#: For what is missing: what is wrong, then what to do. {where} is where it belongs.
_MISSING = {
    "greeting": ("Nobody is greeted.", "Greet the customer at the very start."),
    "thanks": ("Nobody is thanked.", "Say thank you, and for what, {where}."),
    "acknowledgement": (
        "Nothing here takes in what happened to the customer.",
        "Name it in a sentence {where}.",
    ),
    "acknowledgement or apology": (
        "Nothing here takes in what happened to the customer.",
        "Name it, or say sorry for it, {where}.",
    ),
    "apology": ("Nobody says sorry here.", "Say it, and for what, {where}."),
    "apology or thanks": (
        "The customer gets neither a sorry nor a thank you.",
        "Say one of them, and for what, {where}.",
    ),
    "responsibility": (
        "Nothing here says that it was our doing.",
        "Say what we did, with “we”, {where}.",
    ),
    "explanation": (
        "Nothing here says why.",
        "Give the reason in one short sentence {where}, or say that you do not know it yet.",
    ),
    "action": ("Nothing here says what we do about it.", "Add it {where}, with “I” or “we”."),
    "redress": ("The customer gets nothing for the trouble.", "Say what they get, {where}."),
    "repair": (
        "Nothing here puts it right.",
        "Say {where} what you have done or will do about it, or what the customer gets.",
    ),
    "refusal": ("The no is not said in so many words.", "Say it plainly {where}."),
    "alternative": (
        "Nothing here shows a way forward.",
        "Say {where} what the customer or you can do instead.",
    ),
    "instruction": ("Nothing tells the customer what to do.", "Say it {where}."),
    "information": ("Nothing here answers the question.", "Give the answer {where}."),
    "answer": (
        "Nothing here answers the customer or does anything for them.",
        "Give the answer, or say what you did, {where}.",
    ),
    "next step": (
        "Nothing says what happens next.",
        "Say {where} what you will do, or what the customer can do.",
    ),
    "way on": (
        "The answer is all there is.",
        "Add what happens next, or a way to ask again, {where}.",
    ),
    "new date": (
        "Nothing says how long it will take now.",
        "Give the new date {where}, or the day on which you will know it.",
    ),
    "next update": (
        "There is no news, and no time for the next.",
        "Say {where} when you will write again, even without news.",
    ),
    "progress": (
        "Nothing says how long the wait is.",
        "Give the place in the queue or the time {where}, or a placeholder for it.",
    ),
    "promise": ("Nobody promises anything.", "Say {where} what you will do, and by when."),
    "question": ("The customer is asked nothing.", "Ask {where}."),
    "invitation": (
        "Nothing invites the customer to come back or to answer.",
        "Add a line that does, {where}.",
    ),
    "sign off": ("Nobody signs.", "Close with a name at the very end."),
    "named person": ("No person signs this.", "Put a name below it, not only a team."),
}  # fmt: skip


def missing(title: str, say: str) -> str:
    """Return the message about a part that is nowhere; `say` is what to do, if somebody said."""
    lack, advice = _MISSING.get(
        title.replace("-", " "), (f"The {title} is missing.", "Add it {where}.")
    )
    return f"{lack} {say or advice}"


def misplaced(title: str) -> str:
    """Return the message about a part that stands too late or too early."""
    return f"The {title} {{fault}}. Move it there."


def repeated(title: str) -> str:
    """Return the message about a part that is said too often."""
    return f"The {title} {{fault}}. Say it where it counts, and leave the others out."


def unwanted(title: str, say: str) -> str:
    """Return the message about a part that has no place in its moment."""
    return f"The {title} in “{{match}}” has no place here. {say or 'Leave it out.'}"


def out_of_order() -> str:
    """Return the message about parts that come in the wrong order."""
    return "The {part} {fault}. Turn them round."


def too_few(least: int) -> str:
    """Return the message about a script with too few of the parts of its protocol."""
    asked = f"At least {least} of these belong here: {{parts}}."
    return f"{asked} Missing are {{missing}}: add one."
