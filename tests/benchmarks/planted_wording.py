"""What the planted library says: intents with facts, each fact worded in several ways.

`{v}` is the value of a fact; a wording is drawn for each script. The French goes with the email.
"""

from __future__ import annotations

from typing import NamedTuple


class Fact(NamedTuple):
    """Something that all scripts of an intent say: right, wrong, how, and the same in French."""

    kind: str
    right: tuple[str, ...]
    wrong: str
    said: tuple[str, ...]
    french: str = ""


class Intent(NamedTuple):
    """What customers come for: what happened in several words, and what is said about it."""

    name: str
    opening: tuple[str, ...]
    facts: tuple[Fact, ...]
    french: str


INTENTS = (
    Intent("refund-status", (
        "Thank you for asking where your refund is.", "We have had your parcel back since Monday.",
        "Good news: the shoes are back with us.", "Your return has come in and all is well."),
        (Fact("time", ("5 working days", "five business days", "up to 5 working days"),
              "8 working days",
              ("The money will be back on your card within {v}.", "Allow {v} for the refund.",
               "Refunds take {v}, whichever bank you are with.",
               "You will see it in your account in {v}."),
              "L’argent sera sur votre compte sous 5 jours ouvrés."),
         Fact("phone", ("0800 555 0123", "0800 5550123"), "0800 555 0132",
              ("If it has not come by then, call {v}.", "Ring us on {v} and we look into it.",
               "Our number is {v}."), "Sinon, appelez le 0800 555 0123.")),
        "Nous avons bien reçu votre colis."),
    Intent("return-item", (
        "Sorry that the jacket did not fit.", "No problem, you can send it back.",
        "Changed your mind? That happens.", "Here is how to give something back."),
        (Fact("time", ("30 days", "thirty days"), "14 days",
              ("You have {v} to return anything you bought.",
               "Send it back within {v} of the day it arrived.",
               "Returns are open for {v} after delivery."),
              "Vous avez 30 jours pour nous le renvoyer."),
         Fact("condition", ("You need the order number for it.", "Please have the order number.",
                            "An order number is required."),
              "You do not need the order number.", ("{v}",),
              "Il vous faut le numéro de commande.")),
        "Désolé que la veste n’aille pas."),
    Intent("delivery-cost", (
        "You asked what it costs to have it brought.", "Thanks for your question about postage.",
        "About the price of delivery:", "Here is what we charge for bringing it."),
        (Fact("amount", ("£4.95", "4.95 pounds"), "£3.95",
              ("Standard delivery costs {v}.", "We charge {v} for standard delivery.",
               "For {v} the van brings it to your door, standard delivery that is."),
              "La livraison standard coûte 4,95 £."),
         Fact("amount", ("£60",), "£45",
              ("Orders over {v} are delivered free.", "From {v} on we bring it for nothing.",
               "Delivery is free once you spend {v}."),
              "Au-dessus de 60 £, elle est offerte.")),
        "Vous vouliez savoir ce que coûte la livraison."),
    Intent("where-is-my-order", (
        "You want to know where your order is.", "We looked up your parcel for you.",
        "Thank you for your patience with the courier.", "Here is the latest on your order."),
        (Fact("link", ("https://fernhill.example/track", "https://www.fernhill.example/track/"),
              "https://fernhill.example/parcel-finder",
              ("Track the parcel at {v}", "You can track your parcel here: {v}",
               "To track it hour by hour, open {v}"),
              "Suivez votre colis sur https://fernhill.example/track"),
         Fact("time", ("3 to 5 days", "three to five days"), "7 to 9 days",
              ("Parcels arrive in {v}.", "Delivery takes {v} in all.",
               "Most orders are with you in {v}."), "Les colis arrivent en 3 à 5 jours.")),
        "Vous voulez savoir où est votre commande."),
    Intent("cancel-subscription", (
        "We are sad to see you go.", "You want to end your plan, and that is fine.",
        "Here is how to stop your box.", "Thanks for telling us that you want to leave."),
        (Fact("time", ("14 days", "two weeks"), "21 days",
              ("Cancel {v} before the next box to stop it.",
               "We need {v} notice to cancel a plan.", "The notice for a cancellation is {v}."),
              "Le délai de résiliation est de 14 jours."),
         Fact("amount", ("£10", "10 pounds"), "£15",
              ("There is a fee of {v} for ending it early.",
               "If you cancel early we charge {v}.", "An early cancellation costs {v}."),
              "Une résiliation anticipée coûte 10 £.")),
        "Nous sommes tristes de vous voir partir."),
    Intent("reset-password", (
        "You cannot get into your account.", "No way in? We help.",
        "A new password is quickly made.", "Locked out of your account?"),
        (Fact("time", ("30 minutes", "half an hour"), "60 minutes",
              ("The link is valid for 30 minutes.", "The link expires in 30 minutes.",
               "The reset link works for 30 minutes."), "Le lien est valable 30 minutes."),
         Fact("link", ("https://fernhill.example/reset",), "https://fernhill.example/login/new",
              ("Choose a new password at {v}", "For a new password go to {v}",
               "Set your password anew: {v}"),
              "Choisissez un mot de passe sur https://fernhill.example/reset")),
        "Vous ne pouvez plus entrer dans votre compte."),
    Intent("opening-hours", (
        "You asked when we are here.", "Thank you for wanting to visit us.",
        "About our opening times:", "When can you reach us?"),
        (Fact("time", ("from 9am to 6pm", "between 9:00 and 18:00", "9am-6pm"), "from 9am to 5pm",
              ("We are open {v}.", "You find us in the shop {v}.", "Our doors are open {v}."),
              "Nous sommes ouverts de 9 h à 18 h."),
         Fact("time", ("Monday to Saturday", "Mon-Sat"), "Monday to Friday",
              ("We are here {v}.", "The team works {v}.", "Come by {v}."),
              "L’équipe travaille du lundi au samedi.")),
        "Vous vouliez connaître nos horaires."),
    Intent("warranty-claim", (
        "Sorry that the lamp gave up.", "Your lamp is under guarantee.",
        "That is what a guarantee is for.", "A lamp ought to last longer than that."),
        (Fact("time", ("2 years", "two years", "24 months"), "3 years",
              ("The guarantee runs for {v}.", "We guarantee lamps for {v}.",
               "Lamps come with a {v} guarantee."), "La garantie est de 2 ans."),
         Fact("condition", ("You need the receipt.", "Please bring the receipt.",
                            "The receipt is required."), "No receipt needed.", ("{v}",),
              "Il vous faut le ticket de caisse.")),
        "Désolé que la lampe ait lâché."),
    Intent("engineer-visit", (
        "We send somebody to look at it.", "Your boiler needs a pair of hands.",
        "An engineer will come to you.", "Let us get your heating going."),
        (Fact("time", ("48 hours", "two days"), "4 days",
              ("An engineer visits you within {v}.", "Somebody is at your door within {v}: an"
               " engineer with the parts.", "Our engineer comes within {v}."),
              "Un technicien vient chez vous sous 48 heures."),
         Fact("amount", ("£75", "75 pounds"), "£95",
              ("The visit costs {v}.", "We charge {v} for the visit.", "A visit is {v}."),
              "La visite coûte 75 £.")),
        "Nous vous envoyons quelqu’un."),
    Intent("late-payment", (
        "Your last payment did not come through.", "It looks as if the bill is still open.",
        "A reminder about your bill.", "We are still waiting for a payment."),
        (Fact("amount", ("£12", "12 pounds"), "£20",
              ("A late payment costs {v}.", "We add a late fee of {v}.",
               "The charge for paying late is {v}."), "Un paiement en retard coûte 12 £."),
         Fact("phone", ("020 7946 0018",), "020 7946 0081",
              ("Talk to us on {v} if money is tight.", "Call {v} and we find a way.",
               "You reach the team on {v}."), "Appelez le 020 7946 0018.")),
        "Votre dernier paiement n’est pas arrivé."),
    Intent("change-address", (
        "You are moving, how nice.", "New home? We note it.",
        "Thanks for telling us where you live now.", "About your new address:"),
        (Fact("time", ("24 hours", "one day"), "3 days",
              ("We update the address within 24 hours.",
               "It takes 24 hours until the new address is live.",
               "Allow 24 hours until your address is switched."),
              "L’adresse est changée sous 24 heures."),
         Fact("link", ("https://fernhill.example/account/address",),
              "https://fernhill.example/profile/move",
              ("Change your address at {v}", "Your address can be changed at {v}",
               "Type the new address into {v}"),
              "Changez votre adresse sur https://fernhill.example/account/address")),
        "Vous déménagez, quelle bonne nouvelle."),
    Intent("complaint", (
        "I am sorry that we let you down.", "That is not how we want to treat you.",
        "Thank you for telling us plainly.", "You are right to be cross with us."),
        (Fact("time", ("5 days", "five days"), "10 days",
              ("You have our answer within {v}.", "We reply to every complaint within {v}.",
               "Expect a reply in {v}."), "Vous aurez notre réponse sous 5 jours."),
         Fact("link", ("complaints@fernhill.example",), "care@fernhill.example",
              ("Write to {v} at any time.", "Our address for this is {v}.", "Email {v}."),
              "Écrivez à complaints@fernhill.example.")),
        "Je suis désolé que nous vous ayons déçu."),
    Intent("gift-card", (
        "A gift card makes a good present.", "Thank you for buying a gift card.",
        "About your gift card:", "You hold a gift card of ours."),
        (Fact("time", ("12 months", "one year"), "18 months",
              ("Gift cards are valid for 12 months.", "A gift card expires after 12 months.",
               "Use the gift card within 12 months: after that it is no longer valid."),
              "Les cartes cadeaux sont valables 12 mois."),
         Fact("condition", ("You can pay for sale items with it.",
                            "Sale items can be paid with it.",),
              "You cannot pay for sale items with it.", ("{v}",),
              "Elle vaut aussi pour les soldes.")),
        "Une carte cadeau fait toujours plaisir."),
    Intent("booking-change", (
        "You want to come on another day.", "Plans change, we know.",
        "Moving your table is no trouble.", "About your booking:"),
        (Fact("time", ("by 6pm", "before 6pm"), "before 4pm",
              ("Change your booking {v} on the day before.",
               "You can move a booking {v} the evening before.",
               "Tell us {v} on the day before your booking."),
              "Changez votre réservation avant 18 h la veille."),
         Fact("amount", ("8 guests", "eight guests"), "10 guests",
              ("A table holds {v}.", "We have room for {v} at one table.",
               "One table takes {v}."), "Une table accueille 8 personnes.")),
        "Vous voulez venir un autre jour."),
    Intent("lost-luggage", (
        "Your suitcase is not with you, and that is hard.", "We are looking for your bag.",
        "Sorry that your bag took another plane.", "A bag that is missing is no fun."),
        (Fact("time", ("72 hours", "three days"), "5 days",
              ("Most bags are found within {v}.", "We find nine bags in ten within {v}.",
               "Bags turn up within {v}, as a rule."), "On retrouve les bagages sous 72 heures."),
         Fact("amount", ("£100", "100 pounds"), "£150",
              ("Buy what you need for up to {v}, and we pay it back.",
               "We refund up to {v} for clothes and a toothbrush.",
               "You can spend up to {v}; we refund it."), "Nous remboursons jusqu’à 100 £.")),
        "Votre valise n’est pas là."),
    Intent("discount-code", (
        "Your code did not work, sorry.", "Thank you for being a customer for so long.",
        "About the code on your receipt:", "A code that fails at the till is no gift."),
        (Fact("amount", ("15%", "15 per cent"), "10%",
              ("The code takes {v} off your order.", "You get {v} off with the code.",
               "It is worth a {v} discount."), "Le code vaut 15 % de remise."),
         Fact("time", ("31 March", "March 31st"), "30 April",
              ("Use the code by {v}.", "The code is valid until {v}.",
               "Your code expires on {v}."), "Utilisez-le avant le 31 mars.")),
        "Votre code n’a pas marché, désolé."),
    Intent("data-request", (
        "You asked what we know about you.", "It is your right to see your data.",
        "Thank you for your request about your data.", "Your data belongs to you."),
        (Fact("time", ("one month", "30 days"), "40 days",
              ("We send your data within 30 days.", "You get the file within 30 days.",
               "Expect all of it in 30 days."), "Vous recevez vos données sous 30 jours."),
         Fact("condition", ("Proof of identity is required.", "You need proof of identity.",
                            "Please include proof of identity."),
              "No proof of identity needed.", ("{v}",), "Joignez une pièce d’identité.")),
        "Vous avez demandé ce que nous savons de vous."),
    Intent("power-cut", (
        "Your lights are out, and we know.", "There is a power cut in your street.",
        "A cable in your street broke this morning.", "Sorry that you sit in the dark."),
        (Fact("phone", ("105 000 200", "105000200"), "105 000 300",
              ("Call {v} for news.", "News is on the phone line {v}.", "Phone {v} at any hour."),
              "Appelez le 105 000 200."),
         Fact("time", ("4 hours", "four hours"), "6 hours",
              ("We expect to restore power within {v}.", "The repair takes {v}.",
               "It is fixed within {v}."), "Le courant revient sous 4 heures.")),
        "Il y a une coupure dans votre rue."),
    Intent("trial-period", (
        "Thank you for trying us out.", "Welcome aboard.",
        "You have begun your free trial.", "Glad you are giving it a go."),
        (Fact("time", ("14 days", "two weeks"), "7 days",
              ("Your trial lasts {v}.", "The free trial runs for {v}.",
               "You have a trial of {v}."), "L’essai dure 14 jours."),
         Fact("amount", ("£9 a month", "9 pounds a month"), "£12 a month",
              ("After the trial the plan costs {v}.", "From then on the plan is {v}.",
               "The plan is {v} when the trial ends."), "Ensuite, c’est 9 £ par mois.")),
        "Merci d’essayer notre service."),
    Intent("key-replacement", (
        "Lost your key? It happens.", "You need another key for the bike.",
        "We cut keys in the shop.", "A key is small and easily gone."),
        (Fact("amount", ("£18", "18 pounds"), "£22",
              ("A new key costs {v}.", "We replace the key for {v}.",
               "The price of a replacement key is {v}."), "Une nouvelle clé coûte 18 £."),
         Fact("time", ("3 working days", "three business days"), "6 working days",
              ("The replacement is ready in {v}.", "Your new key is there in {v}.",
               "Allow {v} for a replacement."), "Elle est prête sous 3 jours ouvrés.")),
        "Clé perdue ? Ça arrive."),
)  # fmt: skip

#: What else a script says, by channel; nothing of it is a fact of an intent.
ENDINGS = {
    "email": ("Write back if anything is unclear, and it comes straight to me.",
              "I have put a note on your account, so nobody asks you twice.",
              "You can answer this message; it reaches the same person.",
              "I will keep an eye on it until it is done."),
    "letter": ("Please keep this letter with your papers.",
               "A copy of this letter lies in your account.",
               "We enclose the form that goes with it."),
    "chat": ("Shall I do that for you now?", "Is there anything else on your mind?",
             "I am here while you look.", "Tell me if that fits."),
    "sms": ("Reply HELP for help.", "Reply to this text with questions.", "Fernhill"),
    "phone": ("Would you like me to send that to you as well?",
              "Before we hang up, have I answered everything?", "May I do that for you now?"),
    "whatsapp": ("Just write here if you need more.", "A colleague reads along here.",
                 "Send a picture if that helps."),
}  # fmt: skip

#: Single scripts beside the intents: what is small and said on one channel only.
SMALL = (
    ("community", "Please add the version you use, and what you expected to see instead."),
    ("community", "This was asked before, and the first answer there still holds."),
    ("review", "Thank you for the five stars. The baker read it out this morning."),
    ("review", "We are sorry about the cold soup. Come back, and the next one is on us."),
    ("review", "What you say about the queue is fair. We now open a second till at noon."),
    ("social", "Thanks for the photo! The dog on it made our day."),
    ("social", "Sorry about the wait at the stand. Send us a message with your name?"),
    ("push", "Your table is ready."), ("push", "The ferry leaves from the other pier today."),
    ("ivr", "For orders, press 1. For anything else, press 2. To hear this again, press 3."),
    ("ivr", "All lines are busy. Stay on the line, or ask us to ring you."),
    ("in-person", "Good morning. Do you have it with you, or shall I look it up?"),
    ("chat", "One moment, I am reading what you wrote."),
    ("chat", "Are you still there? I close this chat if I hear nothing."),
    ("chat", "Thank you for the screenshot, that helps."),
    ("email", "Your message reached us outside of our hours. The first of us who comes in reads"
              " it."),
    ("email", "You have been taken off the list, and you get no more news from us."),
    ("phone", "Thank you for calling Fernhill. Who am I speaking to?"),
)  # fmt: skip
FRENCH_ENDINGS = (
    "Répondez à ce message, il arrive chez la même personne.",
    "Dites-nous si quelque chose n’est pas clair.",
)
