"""A map that nobody could read is refused; a large one that could be is drawn."""

from __future__ import annotations

import pytest

from bscli.layout.built_in import place
from bscli.layout.limits import MOST_CARDS, TooLargeError, refuse_too_large
from tests.maps import view_of


def ids(number: int) -> list[str]:
    return [f"o{place}" for place in range(number)]


def all_linked(number: int) -> list[tuple[str, str]]:
    return [(f"o{cause}", f"o{effect}") for cause in range(number) for effect in range(cause)]


def test_as_many_cards_as_are_allowed_are_laid_out() -> None:
    view = view_of([ids(MOST_CARDS)], [])
    refuse_too_large(view)
    assert len(place(view).cards) == MOST_CARDS


def test_one_card_more_is_refused_with_what_to_do() -> None:
    with pytest.raises(TooLargeError) as caught:
        refuse_too_large(view_of([ids(MOST_CARDS + 1)], []))
    assert str(caught.value) == "201 objectives with 0 links are too many for one picture"
    assert caught.value.hint == "narrow it with --focus or --theme"
    assert caught.value.exit_code == 2


def test_twenty_cards_all_linked_with_all_are_drawn() -> None:
    view = view_of([ids(20)], all_linked(20))
    refuse_too_large(view)
    assert len(place(view).links) == 190


def test_a_tangle_of_links_is_refused_even_between_few_cards() -> None:
    with pytest.raises(TooLargeError) as caught:
        refuse_too_large(view_of([ids(60)], all_linked(60)))
    assert str(caught.value) == "60 objectives with 1770 links are too many for one picture"
