"""Labels never overlap one another nor cover another point."""

from hypothesis import given, settings
from hypothesis import strategies as st

from components.labelling import Spot, _box, _meet, _round, place

WIDTH, HEIGHT = 600.0, 540.0
SPOTS = st.lists(
    st.builds(
        Spot, st.uuids().map(str), st.text("abcdefghij", min_size=2, max_size=16), st.floats(0, WIDTH),
        st.floats(0, HEIGHT), st.floats(2, 20), st.booleans(),
    ), max_size=25,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(SPOTS)
def test_no_two_labels_overlap_and_none_covers_another_point(spots):
    by_key = {spot.key: spot for spot in spots}
    boxes = {label.key: _box(by_key[label.key], label.dx, label.dy, label.align) for label in place(spots, WIDTH, HEIGHT)}
    for key, box in boxes.items():
        left, top, right, bottom = box
        assert left >= 0 and top >= 0 and right <= WIDTH and bottom <= HEIGHT
        assert not any(_meet(box, other) for name, other in boxes.items() if name != key)
        assert not any(_meet(box, _round(spot)) for spot in spots if _round(spot) != _round(by_key[key]))


def test_a_lone_point_gets_its_label_on_the_right():
    (label,) = place([Spot("A", "Aland", 100, 100, 5)], WIDTH, HEIGHT)
    assert (label.align, label.dx) == ("left", 9)


def test_earlier_spots_come_first_when_room_is_short():
    crowd = [Spot(str(n), "Somewhere", 300, 270, 4) for n in range(30)]
    assert next(label.key for label in place(crowd, WIDTH, HEIGHT)) == "0"
    assert len(place(crowd, WIDTH, HEIGHT)) < 30
