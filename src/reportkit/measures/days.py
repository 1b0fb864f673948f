"""Days between dates, without a clock."""

_MARCH = 3
_MONTHS = 12


def days_between(first: str, second: str) -> int:
    """How many days the second date, as `YYYY-MM-DD`, lies behind the first."""
    return _number(second) - _number(first)


def months_between(first: str, second: str) -> int:
    """How many months are over from one day, as `YYYY-MM-DD`, to another."""
    year, month, day = (
        int(later) - int(earlier) for earlier, later in zip(first.split("-"), second.split("-"), strict=True)
    )
    return 12 * year + month - (day < 0)


def is_day(date: str) -> bool:
    """Whether the calendar has a day that is written `YYYY-MM-DD`."""
    year, month, day = (int(part) for part in date.split("-"))
    if not 1 <= month <= _MONTHS:
        return False
    following = f"{year}-{month + 1}-1" if month < _MONTHS else f"{year + 1}-1-1"
    return 1 <= day <= days_between(f"{year}-{month}-1", following)


def _number(date: str) -> int:
    """The days from a day long ago; years that begin in March have their leap day at the end."""
    year, month, day = (int(part) for part in date.split("-"))
    if month < _MARCH:
        year, month = year - 1, month + 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month - 457) // 5 + day
