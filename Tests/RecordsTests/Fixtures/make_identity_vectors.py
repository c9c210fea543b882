"""Writes identity numbers with what two independent libraries say of them.

    make_identity_vectors.py COUNT [SEED] > identity-vectors.csv

A line is: the number, 1 where it is valid, its birth date, its sex, the check character that its first
17 digits ask for. python-stdnum and id-validator must agree on each number, or the script stops. All
numbers have the area 450000, which is given to nobody, and are born before 2023, so that the clock of the
libraries does not matter.

Both libraries look the area up anew for each number, which takes nearly all their time; since it is always
the same, their whole verdict is asked for every hundredth number, and that of their parts for the others.
"""

import random
import sys

from id_validator import helper, validator
from stdnum.cn import ric
from stdnum.exceptions import ValidationError


def number(source):
    """A number that may be right, or wrong in its date or its check character."""
    year = source.choice([source.randint(1900, 2022), source.randint(1995, 2010)])
    month = source.choice([source.randint(1, 12), source.randint(0, 13)])
    day = source.choice([source.randint(1, 28), source.randint(0, 32), 29])
    body = f"450000{year:04}{month:02}{day:02}{source.randint(0, 999):03}"
    right = ric.calc_check_digit(body + "0")
    return body + source.choice([right, right, right, source.choice("0123456789X")]), right


def birth_date(text):
    """The birth date by python-stdnum; None where there is none."""
    try:
        return ric.get_birth_date(text).isoformat()
    except ValidationError:
        return None


def verdicts(text):
    """Whether each of the two takes the number for valid, by the parts of it."""
    stdnum = birth_date(text) is not None and ric.calc_check_digit(text) == text[17]
    other = helper.check_birthday_code(text[6:14]) and helper.generator_check_bit(text[:17]) == text[17]
    return stdnum, bool(other)


def whole_verdicts(text):
    return ric.is_valid(text), bool(validator.is_valid(text))


def main():
    count = int(sys.argv[1])
    source = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 622)
    for index in range(count):
        text, right = number(source)
        said = set(verdicts(text))
        if index % 100 == 0:
            said |= set(whole_verdicts(text))
        if len(said) > 1:
            sys.exit(f"the libraries differ on {text}")
        valid = said.pop()
        birth = sex = ""
        if valid:
            birth = birth_date(text)
            sex = "男" if int(text[16]) % 2 else "女"
            if index % 100 == 0:
                info = validator.get_info(text)
                if info["birthday_code"] != birth or (info["sex"] == 1) != (sex == "男"):
                    sys.exit(f"the libraries differ on {text}")
        print(f"{text},{int(valid)},{birth},{sex},{right}")


if __name__ == "__main__":
    main()
