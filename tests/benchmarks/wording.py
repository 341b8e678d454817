"""What generated scripts are made of: sentences of a broadband company that does not exist."""

from __future__ import annotations

#: What the slots in braces may hold.
SLOTS: dict[str, tuple[str, ...]] = {
    "thing": ("router", "line", "bill", "SIM card", "contract", "set-top box", "order", "refund"),
    "device": ("router", "set-top box", "extender", "new phone", "grey box"),
    "part": ("the green cable", "the grey box", "the account page", "the last invoice", "the app"),
    "day": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"),
    "hours": ("8am and noon", "noon and 4pm", "4pm and 8pm"),
    "money": ("£4.50", "£12", "£18.99", "£25", "£60"),
    "count": ("two", "three", "four", "five", "ten"),
    "person": ("Amara", "Joel", "Priya", "Tomasz", "Sinead"),
    "place": ("Ashby", "Wexcombe", "Millbrook", "Northgate"),
    "page": ("https://netherlink.example/help", "https://netherlink.example/status?from=mail&id=7"),
}

#: What the help desk fills in.
PLACEHOLDERS = (
    "{{ticket.requester.first_name}}",
    "{{ticket.id}}",
    "{{ current_user.name | default: 'the team' }}",
    "{{ticket.ticket_field_1182}}",
)

GREETINGS = ("Hi {placeholder},", "Dear {placeholder},", "Hello {placeholder},", "Good morning,")

PLAIN = (
    "Your {thing} is back to normal since {day} morning.",
    "I have checked {part} and found where the fault is.",
    "You told us that the {thing} stopped working on {day}, after the storm.",
    "An engineer comes to you on {day} between {hours}; you do not need to pay.",
    "We charged you {money} twice, and I have sent one of the two back to your card.",
    "It takes {count} working days until your bank shows it.",
    "Please have {part} at hand when we call, because we will ask for the number on it.",
    "Unplug the {device}, wait for {count} minutes, and plug it in again.",
    "The lights on the {device} tell you whether it has found the network.",
    "If they stay red, write to us and we will look at it from our side.",
    "Your new {device} leaves our store in {place} tomorrow and reaches you on {day}.",
    "You can see what you used this month on [your account page]({page}).",
    "I moved your visit to {day}, as you asked, and told {person} about the dog.",
    "We are still looking for the cause in {place} and will write again before {day}.",
    "Nobody can use the old {device} any more, so you can throw it away.",
    "There is *one* thing left to do: sign the form and send us a photo of it.",
    "When the work in {place} is over, your speed goes up without any change to the price.",
    "You have **{money}** in credit, which comes off your next bill.",
    "Your contract runs until {day}, 31&nbsp;May, and you can leave it on any day after that.",
    "Our shop in {place} opens at 9 a.m. and has the part in stock.",
    "That was our mistake: we typed the house number in the wrong order.",
    "I am sorry that you had to call {count} times before somebody listened.",
    "Reply with the day that suits you best, e.g. {day}, and I will book it.",
    "The code `NL-{count}` on the label is what we need; it isn't secret.",
    "Move the {device} to a shelf, away from the microwave, and test it again.",
    "Ask for {person} in the {place} team; she knows the story so far.",
)

FAULTY = (
    "Unfortunately we are unable to help you with your {thing}.",
    "We apologise for any inconvenience this may have caused.",
    "Please do not hesitate to reach out if you require further assistance!!!",
    "As per our policy, the {thing} cannot be returned after {count} days.",
    "Our team is looking into it and will get back to you ASAP.",
    "You failed to send us {part}, so the case was closed.",
    "Kindly click [here]({page}) in order to utilise your account.",
    "We are sorry if the delay with your {thing} upset you.",
    "Rest assured that your call is important to us 😊",
    "I understand your frustration, but there is nothing I can do.",
    "Prior to the commencement of the works you will be notified in due course.",
    "[INSERT REASON HERE] is the reason why it was decided that the amount of {money} which had"
    " been credited to the account in error would, subject to the terms, be debited once more.",
)

CLOSINGS = (
    "Kind regards,\\\n{person}",
    "Thank you for waiting,\\\n{person} from Netherlink",
    "Best wishes,\\\nthe team in {place}",
)
