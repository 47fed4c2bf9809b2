"""The key under which a name is found: the same rule as TextFolding.fold in EntenteModel."""

import unicodedata


def fold(text):
    """`text` without regard to case, accents and punctuation."""
    output, pending_space = [], False
    for character in text:
        folded = _folded(character)
        if folded == "":
            continue
        if folded == " ":
            pending_space = bool(output)
            continue
        if pending_space:
            output.append(" ")
        pending_space = False
        output.append(folded)
    return "".join(output)


def _folded(character):
    if character.isascii():
        return character.lower() if character.isalnum() else " "
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf"):
        return ""
    if category in ("Lu", "Ll", "Lt"):
        return _base_latin_letter(character) or character.lower()
    if category in ("Lo", "Lm", "Nd", "Nl", "No", "Mc"):
        return character.lower()
    return " "


def _base_latin_letter(character):
    words = unicodedata.name(character, "").split(" ")
    if words[0] != "LATIN" or "LETTER" not in words:
        return None
    place = words.index("LETTER") + 1
    if place >= len(words):
        return None
    if words[place] == "DOTLESS" and place + 1 < len(words):
        place += 1
    letter = words[place]
    special = {"SHARP": "ss", "ETH": "d", "THORN": "th"}
    if letter in special:
        return special[letter]
    return letter.lower() if len(letter) <= 2 else None
