"""Answers and licensed scores in the workspace: kept as given, really erased, put back, shared by many."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from data.placements import LONGEST_NAME, MOST_SHEETS, Gone, Licensed, PlacementError, Placements, Sheet, new_person
from data.store import Workspace
from frameworks.culture.dilemmas import AnswerError


@pytest.fixture
def room(tmp_path):
    return Workspace(tmp_path).room(Placements)


def test_every_answer_is_kept_at_once_and_read_by_another_process(room, tmp_path):
    me = new_person()
    room.answer(me, "DEU", "UP1", 75, name="  Ana\nMaría ")
    room.answer(me, "DEU", "UP2", 25)
    room.answer(me, "DEU", "UP1", 100)
    again = Workspace(tmp_path).room(Placements)
    found = again.sheet(me, "DEU")
    assert found.answers == {"UP1": 100, "UP2": 25} and found.name == "Ana María"
    assert again.sheets("DEU") == (found,) and again.sheets("JPN") == () and found.changed_at is not None


def test_an_answer_can_be_taken_back(room):
    me = new_person()
    room.answer(me, "DEU", "UP1", 75, name="Ana")
    room.answer(me, "DEU", "UP1", None)
    assert room.sheets() == () and room.sheet(me, "DEU").name == ""


def test_one_person_answers_about_several_markets_under_one_name(room):
    me = new_person()
    for market in ("USA", "DEU"):
        room.answer(me, market, "UP1", 50, name="Ana")
    room.rename(me, "Bea")
    assert [sheet.name for sheet in room.sheets()] == ["Bea", "Bea"]
    room.rename(me, "")
    assert room.sheet(me, "USA").name == ""


def test_deleting_leaves_nothing_in_the_file_and_can_be_undone(room, tmp_path):
    me, other = new_person(), new_person()
    room.answer(me, "DEU", "UP1", 75, name="Zanzibarina")
    room.answer(me, "USA", "UP1", 75)
    room.answer(other, "DEU", "UP1", 0)
    first, second = room.delete(me, "DEU"), room.delete(me, "USA")
    files = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert b"Zanzibarina" not in files and me.encode() not in files
    assert [sheet.person for sheet in room.sheets()] == [other]
    assert (first.name, second.name) == ("Zanzibarina", "Zanzibarina")
    assert room.add([first, second]) == (2, 0)
    assert room.sheet(me, "DEU") == first


def test_answering_what_someone_deleted_is_told(room):
    me = new_person()
    room.answer(me, "DEU", "UP1", 75)
    room.delete(me, "DEU")
    with pytest.raises(Gone, match="deleted in another window"):
        room.answer(me, "DEU", "UP2", 50, seen=True)
    assert room.sheets() == ()
    room.answer(me, "DEU", "UP2", 50)
    assert len(room.sheets()) == 1


def test_adding_leaves_what_is_there_as_it_is(room):
    me = new_person()
    room.answer(me, "DEU", "UP1", 75)
    theirs = Sheet(me, "DEU", "Eve", {"UP1": 0.0})
    assert room.add([theirs, Sheet(new_person(), "DEU", "Bo", {"UP1": 10.0}), Sheet(new_person(), "DEU", "", {})]) == (1, 1)
    assert room.sheet(me, "DEU").answers == {"UP1": 75}


def test_a_room_full_of_people_loses_nothing(room):
    people = [new_person() for _ in range(12)]

    def answer(me):
        for item in ("UP1", "UP2", "IC1"):
            room.answer(me, "DEU", item, 50, name=me)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(answer, people))
    assert {sheet.person for sheet in room.sheets()} == set(people)
    assert all(len(sheet.answers) == 3 and sheet.name == sheet.person for sheet in room.sheets())


@pytest.mark.parametrize(
    ("person", "market", "item"),
    [("x", "DEU", "UP1"), ("0" * 16, "deu", "UP1"), ("0" * 16, "DEU", "'; DROP TABLE"), ("0" * 16, "DEU", ""), ("", "DEU", "UP1")],
)
def test_what_is_no_question_of_ours_is_refused(room, person, market, item):
    with pytest.raises(PlacementError, match="reload"):
        room.answer(person, market, item, 50)


def test_bad_answers_and_names_are_refused_and_change_nothing(room):
    me = new_person()
    with pytest.raises(AnswerError):
        room.answer(me, "DEU", "UP1", 101)
    with pytest.raises(PlacementError, match="at most 80"):
        room.answer(me, "DEU", "UP1", 50, name="x" * (LONGEST_NAME + 1))
    assert room.sheets() == ()


def test_there_is_an_end_to_what_is_kept(room):
    with pytest.raises(PlacementError, match="more than"):
        room.add(Sheet(f"{n:016x}", "DEU", "", {"UP1": 50.0}) for n in range(MOST_SHEETS + 1))
    assert room.sheets() == ()


def test_licensed_scores_are_kept_replaced_erased_and_put_back(room, tmp_path):
    row = Licensed("DEU", {"universalism_particularism": 90.0}, "Zanzibar survey", "signed", "2026-01-31")
    other = Licensed("JPN", {"internal_external": 10.0}, "s", "l", "2026-01-31")
    room.keep_licensed([row, other])
    room.keep_licensed([Licensed("JPN", {"internal_external": 20.0}, "s", "l", "2026-02-28")])
    assert room.licensed()[0] == row and room.licensed()[1].scores == {"internal_external": 20.0}
    assert room.drop_licensed("DEU") == (row,)
    assert b"Zanzibar" not in b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    room.keep_licensed([row])
    assert len(room.drop_licensed()) == 2 and room.licensed() == ()


def test_rows_damaged_from_outside_are_read_with_care(room, tmp_path):
    me = new_person()
    room.answer(me, "DEU", "UP1", 50)
    with Workspace(tmp_path)._backing.writing() as db:
        db.execute("UPDATE placement_answers SET value = 900, at = 'never'")
        db.execute("INSERT INTO licensed_scores VALUES ('DEU', 'no json', '', '', '', '')")
    assert room.sheets()[0].answers == {"UP1": 100}
    assert room.licensed()[0].scores == {}


def test_every_change_by_any_process_raises_the_revision(room, tmp_path):
    again, me = Workspace(tmp_path).room(Placements), new_person()
    row = Licensed("DEU", {"internal_external": 10.0}, "s", "l", "2026-01-31")
    assert room.revision() == again.revision() == 0
    seen = [0]
    for change in (
        lambda: room.answer(me, "DEU", "UP1", 75), lambda: room.answer(me, "DEU", "UP1", 50),
        lambda: room.answer(me, "DEU", "UP1", None), lambda: room.add([Sheet(me, "DEU", "", {"UP1": 1.0})]),
        lambda: room.delete(me, "DEU"), lambda: room.keep_licensed([row]), lambda: room.drop_licensed(),
    ):  # fmt: skip
        change()
        seen.append(again.revision())
    assert seen == sorted(set(seen)) and seen[0] == 0
